package emptyrecord.control.customers;

import emptyrecord.api.client.Resources;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.customers.core.InstanceBook;
import emptyrecord.control.customers.core.PoissonDemand;
import emptyrecord.control.customers.core.RetryPolicy;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.control.telemetry.Tally;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.ec2.Ec2Client;
import emptyrecord.kit.ec2.LaunchOutcome;
import emptyrecord.kit.ec2.LaunchRequest;
import emptyrecord.kit.ec2.TerminateOutcome;
import emptyrecord.kit.kernel.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * The customers of EC2: launches and terminations as two Poisson streams. A refused launch comes again or is given up
 * ({@link RetryPolicy}). An auto-scaling share replaces instances that have no network in time. Everything that waits
 * is one bounded {@link Agenda}. With all call slots taken, a due task waits for the next turn.
 */
public final class LaunchCustomers {

    /** Outcomes of a launch call; anything else counts as {@code other}. */
    public static final List<String> OUTCOMES = List.of(
            "launched",
            "InsufficientInstanceCapacity",
            "RequestLimitExceeded",
            "InternalError",
            "unreachable",
            "other");

    private final Ec2Client ec2;
    private final PeerClient http;
    private final Peer network;
    private final IncidentClock clock;
    private final ControlSettings settings;
    private final Tally launches;
    private final Tally terminations;
    private final Tally others;
    private final Semaphore inFlight;

    private final Agenda agenda;

    /** Tasks that have come due and are not taken yet. */
    private final List<Task> arrived = new ArrayList<>();

    private final InstanceBook book;
    private RandomGenerator chance;
    private RetryPolicy retry;

    /** A customer's action at a later time. */
    sealed interface Task {
        record ArriveLaunch() implements Task {}

        record ArriveTermination() implements Task {}

        record Launch(boolean autoScaled) implements Task {}

        record Terminate(String instanceId) implements Task {}

        record LookAtNetwork(String instanceId) implements Task {}
    }

    /** The counters of the two streams, and of demand that left without being served. */
    public record Tallies(Tally launches, Tally terminations, Tally departures) {}

    public LaunchCustomers(
            Ec2Client ec2,
            PeerClient http,
            Peer network,
            IncidentClock clock,
            ControlSettings settings,
            Tallies tallies) {
        this.ec2 = ec2;
        this.http = http;
        this.network = network;
        this.clock = clock;
        this.settings = settings;
        this.launches = tallies.launches();
        this.terminations = tallies.terminations();
        this.others = tallies.departures();
        ControlSettings.CustomerNumbers n = settings.customers();
        this.inFlight = new Semaphore(n.maxInFlight());
        this.agenda = new Agenda(clock.instant(), n.maxWaiting());
        this.book = new InstanceBook(n.maxInstances());
        this.chance = new Random(1);
        this.retry = new RetryPolicy(n.retryMin(), n.retryMax(), n.giveUp(), chance);
    }

    /** Forgets waiting customers and restarts both streams from a seed; instances stay remembered. */
    public synchronized void startNight(long seed) {
        ControlSettings.CustomerNumbers n = settings.customers();
        chance = new Random(seed * 31 + "customers".hashCode());
        retry = new RetryPolicy(n.retryMin(), n.retryMax(), n.giveUp(), chance);
        agenda.clear();
        next(n.launchesPerMinute(), new Task.ArriveLaunch());
        next(n.terminationsPerMinute(), new Task.ArriveTermination());
    }

    public synchronized void adopt(List<String> existing) {
        book.adopt(existing);
    }

    public synchronized int instances() {
        return book.size();
    }

    /** Refused customers and checks of the network that are still to come. */
    public synchronized int waiting() {
        return Math.max(0, agenda.size() - 2);
    }

    /** Starts what is due; to be called often. */
    public void turn() {
        for (Task task : due()) {
            if (inFlight.tryAcquire()) {
                Thread.startVirtualThread(() -> perform(task));
            } else {
                later(Duration.ofSeconds(10), task);
            }
        }
    }

    /** False if the agenda is full. */
    private boolean enter(Instant due, Task task) {
        return agenda.offer(due, at -> arrived.add(task));
    }

    private List<Task> takeDue() {
        agenda.advance(clock.instant());
        List<Task> taken = List.copyOf(arrived);
        arrived.clear();
        return taken;
    }

    private synchronized List<Task> due() {
        List<Task> due = new ArrayList<>();
        for (Task task : takeDue()) {
            switch (task) {
                case Task.ArriveLaunch a -> {
                    next(settings.customers().launchesPerMinute(), a);
                    due.add(new Task.Launch(
                            chance.nextDouble() < settings.customers().autoScaledShare()));
                }
                case Task.ArriveTermination a -> {
                    next(settings.customers().terminationsPerMinute(), a);
                    Optional<String> older = book.takeOlder(chance);
                    older.ifPresentOrElse(id -> due.add(new Task.Terminate(id)), () -> terminations.count("none"));
                }
                default -> due.add(task);
            }
        }
        return due;
    }

    private void perform(Task task) {
        try {
            switch (task) {
                case Task.Launch launch -> launch(launch);
                case Task.Terminate terminate -> terminate(terminate);
                case Task.LookAtNetwork look -> look(look.instanceId());
                default -> throw new IllegalStateException("an arrival is not a call");
            }
        } finally {
            inFlight.release();
        }
    }

    private void launch(Task.Launch launch) {
        List<String> zones = settings.names().zones();
        String zone = zones.get(pick(zones.size()));
        switch (ec2.run(new LaunchRequest("customer", zone))) {
            case LaunchOutcome.Launched launched -> launched(launched.instanceId(), launch.autoScaled());
            case LaunchOutcome.Refused refused -> refused(refused.code(), launch);
            case LaunchOutcome.Unreachable u -> refused("unreachable", launch);
        }
    }

    private synchronized void launched(String id, boolean autoScaled) {
        launches.count("launched");
        book.add(id);
        if (autoScaled) {
            later(settings.customers().networkDeadline(), new Task.LookAtNetwork(id));
        }
    }

    private synchronized void refused(String code, Task.Launch launch) {
        launches.count(code);
        switch (retry.refused()) {
            case RetryPolicy.Decision.GiveUp g -> giveUp();
            case RetryPolicy.Decision.ComeAgain again -> {
                if (!enter(clock.instant().plus(again.after()), launch)) {
                    giveUp();
                }
            }
        }
    }

    private void giveUp() {
        others.count("launch-given-up");
    }

    private void terminate(Task.Terminate terminate) {
        String outcome = switch (ec2.terminate(terminate.instanceId())) {
            case TerminateOutcome.Accepted a -> "accepted";
            case TerminateOutcome.Refused r -> r.code().startsWith("InvalidInstanceID") ? "gone" : "refused";
            case TerminateOutcome.Unreachable u -> "unreachable";
        };
        terminations.count(outcome);
        if (!Set.of("accepted", "gone").contains(outcome)) {
            synchronized (this) {
                later(retry.pause(), terminate);
            }
        }
    }

    /** Auto scaling: an instance without network in all zones is terminated and launched again (dynamics C4). */
    private void look(String id) {
        boolean propagated = http.get(network, Resources.instance(id))
                .map(n -> n.propagated().size() >= settings.names().zones().size() || n.terminated())
                .orElse(true);
        if (!propagated) {
            synchronized (this) {
                book.forget(id);
                later(Duration.ZERO, new Task.Terminate(id));
                later(
                        Duration.ZERO,
                        new Task.Launch(
                                chance.nextDouble() < settings.customers().autoScaledShare()));
            }
        }
    }

    private synchronized int pick(int bound) {
        return chance.nextInt(bound);
    }

    private synchronized void next(double perMinute, Task arrival) {
        if (perMinute > 0) {
            later(new PoissonDemand(perMinute, chance).untilNext(), arrival);
        }
    }

    private synchronized void later(Duration incident, Task task) {
        Instant due = clock.instant().plus(incident);
        if (!enter(due, task)) {
            others.count("forgotten");
        }
    }

    /** The launch outcomes since the last sample, giving up apart. */
    public Map<String, Integer> takeLaunches() {
        return launches.take();
    }
}
