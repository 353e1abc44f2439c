package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.dwfm.core.queue.DropletChange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * EC2's front end in simulated time, around the real {@link PlacementIndex}: each launch is placed as the service's Placer
 * places it, twice at most. The front end loses the name half a minute after T+0, when its connections have ended, and
 * finds it within the quarter of an hour that an empty answer is kept (F10).
 */
final class SimulatedLaunches {

    /** Minutes that a caller waits for one placement: the deadline of 90 s and 12 s more. */
    private static final double WAITS = 1.7;

    private static final double LIFE = 0.5;

    /** How a launch ended. */
    enum Outcome {
        LAUNCHED,
        /** InternalError: the table of instances cannot be reached. */
        NO_TABLE,
        /** InsufficientInstanceCapacity. */
        NO_CAPACITY,
        /** InternalError: timed out in the droplet workflow. */
        TIMED_OUT
    }

    private record Ended(double asked, Outcome outcome) {}

    private record Try(String name, DropletId droplet, double asked, boolean first) {}

    private final RegionSimulator region;
    final PlacementIndex index;
    private final SplittableRandom chance;
    private final List<Ended> ended = new ArrayList<>();
    private final Map<String, Try> open = new HashMap<>();
    private final Map<String, Boolean> finished = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> givenUp = new HashSet<>();
    private double nameFrom = Double.POSITIVE_INFINITY;
    private double nameTo = Double.NEGATIVE_INFINITY;
    private int number;

    SimulatedLaunches(RegionSimulator region, long seed) {
        this.region = region;
        this.chance = new SplittableRandom(seed);
        index = new PlacementIndex(
                new PlacementIndex.Shape(
                        region.size.hosts(),
                        region.size.parameters().droplets(),
                        ShippedSettings.get().zones().size(),
                        ShippedSettings.get().instancesPerDroplet()),
                chance.split());
        for (int i = 0; i < ShippedSettings.get().standingInstances(); i++) {
            index.occupied(new DropletId(
                    1 + chance.nextInt(region.size.hosts()),
                    chance.nextInt(region.size.parameters().droplets())));
        }
    }

    /** The front end has no address from T+0 until so many minutes after it. */
    void nameIsEmpty(double minutes) {
        nameFrom = LIFE;
        nameTo = minutes + 15 * chance.nextDouble();
    }

    /** Launches at random moments. */
    void demand(double from, double to, double perMinute) {
        for (double t = from; t < to; t += -Math.log1p(-chance.nextDouble()) / perMinute) {
            double at = t;
            region.script(at, () -> ask(at));
        }
    }

    private void ask(double now) {
        if (now >= nameFrom && now < nameTo) {
            ended.add(new Ended(now, Outcome.NO_TABLE));
        } else {
            place(now, now, true);
        }
    }

    private void place(double asked, double now, boolean first) {
        Optional<DropletId> droplet =
                index.reserve(Optional.empty(), d -> host(d).canChange(d.slot(), RegionSimulator.at(now)));
        if (droplet.isEmpty()) {
            ended.add(new Ended(asked, Outcome.NO_CAPACITY));
            return;
        }
        String name = "launch " + ++number;
        Try tried = new Try(name, droplet.get(), asked, first);
        open.put(name, tried);
        waiting.add(name);
        DropletChange launch = new DropletChange(name, "i-" + name, DropletChange.Kind.START);
        if (!host(tried.droplet()).launch(tried.droplet().slot(), launch, RegionSimulator.at(now))) {
            undone(name);
        }
        region.script(now + WAITS, () -> timeOut(tried, now + WAITS));
    }

    private LeaseHost host(DropletId droplet) {
        return region.hosts.get(droplet.host() - 1).host;
    }

    private void timeOut(Try tried, double now) {
        waiting.remove(tried.name());
        if (finished.getOrDefault(tried.name(), false)) {
            open.remove(tried.name());
            ended.add(new Ended(tried.asked(), Outcome.LAUNCHED));
            return;
        }
        if (open.containsKey(tried.name())) {
            givenUp.add(tried.name());
            index.doubtful(tried.droplet());
        }
        if (tried.first()) {
            place(tried.asked(), now, false);
        } else {
            ended.add(new Ended(tried.asked(), Outcome.TIMED_OUT));
        }
    }

    boolean knows(String launch) {
        return open.containsKey(launch);
    }

    /** @return whether somebody waits for it */
    boolean finished(String launch, boolean good) {
        finished.put(launch, good);
        return waiting.remove(launch);
    }

    void undone(String launch) {
        Try tried = open.remove(launch);
        if (tried != null) {
            index.released(tried.droplet());
            if (givenUp.remove(launch)) {
                index.settled(tried.droplet());
            }
        }
    }

    /** Outcomes of the launches that were asked for in this time, and have ended. */
    Map<Outcome, Integer> outcomes(double from, double to) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        ended.stream()
                .filter(e -> e.asked() >= from && e.asked() < to)
                .forEach(e -> counts.merge(e.outcome(), 1, Integer::sum));
        return counts;
    }

    double share(Outcome outcome, double from, double to) {
        Map<Outcome, Integer> counts = outcomes(from, to);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.getOrDefault(outcome, 0) / (double) all;
    }

    /** Droplets that a launch has left in doubt. */
    long inDoubt() {
        return givenUp.stream()
                .flatMap(name -> Optional.ofNullable(open.get(name)).stream())
                .map(Try::droplet)
                .distinct()
                .count();
    }
}
