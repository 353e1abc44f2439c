package emptyrecord.network.core;

import emptyrecord.kit.kernel.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The Network Manager in a region of customers, on incident time. Launches and terminations arrive at random (Poisson).
 * A share of the launches is replaced after half an hour without network (C4 of the dynamics), and a refused launch is
 * repeated. Same seed, same run.
 */
final class Simulation {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final double REPLACED_SHARE = .4;
    private static final Duration REPLACED_AFTER = Duration.ofMinutes(30);

    private final Agenda agenda = new Agenda(START);
    private final Random chance;
    private final Network network;
    private final List<InstanceId> living = new ArrayList<>();
    private long launched;
    double launchesPerMinute = 2;
    double terminationsPerMinute = 1.1;
    Duration peak = Duration.ZERO;
    int refused;
    int handedOver;
    int handedOverUnknown;

    Simulation(long seed, Remedies remedies) {
        this.chance = new Random(seed);
        this.network = new Network(remedies.seeded(seed), START);
        nextLaunch();
        nextTermination();
        sample();
    }

    void run(Duration duration) {
        agenda.advance(now().plus(duration));
        network.advance(now());
    }

    /** Runs until the delay is back under a minute; returns how long that took, or empty after the limit. */
    Optional<Duration> runUntilNormal(Duration limit) {
        for (Duration passed = Duration.ZERO; passed.compareTo(limit) < 0; passed = passed.plusMinutes(1)) {
            if (delay().compareTo(Duration.ofMinutes(1)) < 0) {
                return Optional.of(passed);
            }
            run(Duration.ofMinutes(1));
        }
        return Optional.empty();
    }

    /** The night's deferred demand comes at once. */
    void burst(int launches) {
        for (int i = 0; i < launches; i++) {
            launch();
        }
    }

    Duration delay() {
        return network.states(now()).stream()
                .map(QueueState::delay)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    long wasted() {
        return network.states(now()).stream().mapToLong(QueueState::wasted).sum();
    }

    private void launch() {
        InstanceId id = new InstanceId("i-%08x".formatted(++launched));
        Az home = Remedies.ZONES.get(chance.nextInt(3));
        report(id, home);
    }

    private void report(InstanceId id, Az home) {
        switch (network.judge(new Report(id, Optional.of(home), Change.LAUNCHED, 1), now())) {
            case Verdict.Fresh fresh -> started(fresh.change());
            case Verdict.Throttled refusal -> {
                refused++;
                after(minutes(10 + 20 * chance.nextDouble()), () -> report(id, home));
            }
            default -> throw new AssertionError("an unexpected verdict for " + id);
        }
    }

    private void started(NetworkChange change) {
        network.apply(change);
        living.add(change.instance());
        askWhetherReady(change.instance());
        if (chance.nextDouble() < REPLACED_SHARE) {
            after(REPLACED_AFTER, () -> replaceIfUnreachable(change.instance()));
        }
    }

    /** A launch workflow asks at once and then every minute until it may bring the instance into service. */
    private void askWhetherReady(InstanceId id) {
        if (network.find(id).map(Instance::terminated).orElse(true)) {
            return;
        }
        if (network.ready(id, now())) {
            handedOver++;
            boolean known = network.find(id)
                    .filter(i -> Remedies.ZONES.stream().allMatch(i::knownIn))
                    .isPresent();
            handedOverUnknown += known ? 0 : 1;
        } else {
            after(minutes(1), () -> askWhetherReady(id));
        }
    }

    private void replaceIfUnreachable(InstanceId id) {
        boolean unknown = network.find(id)
                .filter(i -> !i.terminated())
                .filter(i -> !Remedies.ZONES.stream().allMatch(i::knownIn))
                .isPresent();
        if (unknown) {
            terminate(id);
            launch();
        }
    }

    private void terminate(InstanceId id) {
        living.remove(id);
        if (network.judge(new Report(id, Optional.empty(), Change.TERMINATED, 1), now())
                instanceof Verdict.Fresh fresh) {
            network.apply(fresh.change());
        }
    }

    private void nextLaunch() {
        after(minutes(-Math.log(1 - chance.nextDouble()) / Math.max(launchesPerMinute, 1e-3)), () -> {
            if (launchesPerMinute > 0) {
                launch();
            }
            nextLaunch();
        });
    }

    private void nextTermination() {
        after(minutes(-Math.log(1 - chance.nextDouble()) / terminationsPerMinute), () -> {
            if (!living.isEmpty()) {
                terminate(living.get(chance.nextInt(living.size())));
            }
            nextTermination();
        });
    }

    private void sample() {
        peak = delay().compareTo(peak) > 0 ? delay() : peak;
        network.forget();
        network.news();
        after(Duration.ofSeconds(30), this::sample);
    }

    private void after(Duration wait, Runnable work) {
        agenda.after(wait, () -> {
            network.advance(now());
            work.run();
        });
    }

    private Instant now() {
        return agenda.instant();
    }

    private static Duration minutes(double minutes) {
        return Duration.ofNanos(Math.round(minutes * 6e10));
    }
}
