package emptyrecord.customers.fleet;

import emptyrecord.customers.client.ClientProcess;
import emptyrecord.customers.client.Host;
import emptyrecord.customers.core.account.StackStanding;
import emptyrecord.customers.core.stack.Stack;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * All clients, by stack. Each begins an action every so often, in a phase of its own, and has a new process when the
 * life of the old one is over: a deployment, or auto-scaling. The lives of a stack's clients are spread evenly, so that
 * some of them end in every outage that is long enough.
 */
public final class Fleet implements AutoCloseable {

    /** How long an old process may end what it began (our choice; Kubernetes' grace period is 30 s). */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Map<Stack, List<Client>> clients = new LinkedHashMap<>();
    private final Pace pace;
    private final IncidentClock clock;
    private final IncidentTimer timer;
    private final SplittableRandom chance;

    /**
     * How the clients behave; incident time.
     *
     * @param every between two actions of a client
     * @param processLife of a client's process; zero: for ever
     * @param inFlightMax actions of one client under way
     */
    public record Pace(Duration every, Duration processLife, int inFlightMax) {}

    /** Makes the host of a client. */
    @FunctionalInterface
    public interface Hosts {

        /** @param number of the client in its stack, from 1 */
        Host host(Stack stack, int number);
    }

    /** @param seed of the phases */
    public Fleet(Pace pace, IncidentClock clock, IncidentTimer timer, long seed) {
        this.pace = pace;
        this.clock = clock;
        this.timer = timer;
        this.chance = new SplittableRandom(seed);
    }

    /** Adds clients; call it before {@link #start}. */
    public void add(Stack stack, int count, Hosts hosts) {
        List<Client> added = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            added.add(new Client(stack, hosts.host(stack, number), clock, pace.inFlightMax()));
        }
        clients.put(stack, List.copyOf(added));
    }

    public void start() {
        clients.values().forEach(this::start);
    }

    private void start(List<Client> ofStack) {
        double shift = chance.nextDouble() - .5;
        for (int i = 0; i < ofStack.size(); i++) {
            Client client = ofStack.get(i);
            timer.every(part(pace.every(), chance.nextDouble()), pace.every(), client::act);
            if (pace.processLife().isPositive()) {
                double phase = (i + .5 + shift / 2) / ofStack.size();
                timer.every(part(pace.processLife(), phase), pace.processLife(), () -> restart(client));
            }
        }
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofNanos((long) (whole.toNanos() * share));
    }

    /**
     * Restarts all clients of a stack at once.
     *
     * @return how many; empty if there is no such stack
     */
    public OptionalInt restart(String stack) {
        Optional<List<Client>> ofStack = clients.entrySet().stream()
                .filter(e -> e.getKey().name().equals(stack))
                .map(Map.Entry::getValue)
                .findFirst();
        ofStack.ifPresent(all -> all.forEach(this::restart));
        return ofStack.map(all -> OptionalInt.of(all.size())).orElseGet(OptionalInt::empty);
    }

    private void restart(Client client) {
        ClientProcess old = client.restart();
        timer.after(GRACE, old::close);
    }

    /** In the order in which they were added. */
    public List<Stack> stacks() {
        return List.copyOf(clients.keySet());
    }

    /** What each stack's clients got so far, in the order of the stacks. */
    public List<StackStanding> standings() {
        return clients.keySet().stream().map(this::standing).toList();
    }

    public StackStanding standing(Stack stack) {
        return StackStanding.of(
                stack,
                clients.getOrDefault(stack, List.of()).stream()
                        .map(Client::standing)
                        .toList(),
                clock.instant());
    }

    @Override
    public void close() {
        clients.values().forEach(ofStack -> ofStack.forEach(Client::close));
    }
}
