package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.queue.DropletChange;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * The recovery of leases as an experiment (F82): the name was empty from T+0 to T+157, and one remedy is applied. The
 * invariant: so many minutes after DNS is back, 95 % of the leases are held. Customers ask for 2 launches a minute per
 * 248 droplets meanwhile, each on a random droplet.
 *
 * @param remedy in words
 * @param means what is done to the region, before or while it plays
 * @param within minutes after T+157 in which the leases are back; infinite: they never are
 */
record LeasesReturn(String remedy, Consumer<RegionSimulator> means, double within) {

    static final double RESTORED = 157;
    static final double OPERATORS = 266;

    /** A remedy that has not worked four hours after the operators began counts as one that never does. */
    static final double END = OPERATORS + 240;

    static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double HELD = 0.95;
    private static final double CACHES_EXPIRED = 172;
    private static final int LAUNCHES_PER_MINUTE = 2;
    private static final double SHARE = 0.27;

    /** From the first host's restart to the last one's: every 11 min with the usual four. */
    private static final double SWEEP = 33;

    /**
     * A run's result and price, from T+157 until the leases are back.
     *
     * @param back T+ of the return; infinite: not by the end
     * @param calls to DynamoDB
     * @param wasted state checks that droplets made for nothing: late, or for a lease that was held already
     * @param asked launches
     * @param refused launches, for capacity or because they missed their deadline
     */
    record Outcome(double back, long calls, long wasted, long asked, long refused) {}

    /** All experiments with a wiring, in the order of the table. */
    static List<LeasesReturn> all(String wiring) {
        ReturnTimes times = ReturnTimes.of(wiring);
        List<LeasesReturn> all = new ArrayList<>(List.of(
                new LeasesReturn("nobody acts", r -> {}, NEVER),
                new LeasesReturn("throttle alone, T+266", LeasesReturn::throttle, times.throttle()),
                new LeasesReturn("restarts alone, one after another from T+266 to T+299", LeasesReturn::restart, NEVER),
                new LeasesReturn("throttle and restarts, as AWS (F12)", r -> restart(throttle(r)), times.both()),
                new LeasesReturn(
                        "throttle, and all hosts restarted at once",
                        r -> throttle(r).restarts(OPERATORS, 0),
                        times.bothAtOnce())));
        times.fromStart().forEach((guard, y) -> all.add(from(guard, y)));
        times.late().forEach((guard, y) -> all.add(late(guard, y)));
        times.lateWithRestarts().forEach((guard, y) -> all.add(lateWithRestarts(guard, y)));
        if (times.gateway().isPresent()) {
            all.addAll(gateway(times.gateway().get()));
        }
        all.add(pair(times.pair()));
        return List.copyOf(all);
    }

    private static LeasesReturn from(GuardNames guard, double within) {
        return new LeasesReturn("`" + guard.id() + "` from the start", r -> r.guard(guard), within);
    }

    private static LeasesReturn late(GuardNames guard, double within) {
        return new LeasesReturn(
                "`" + guard.id() + "` at T+266", r -> r.script(OPERATORS, () -> r.guard(guard)), within);
    }

    private static LeasesReturn lateWithRestarts(GuardNames guard, double within) {
        return new LeasesReturn(
                "`" + guard.id() + "` at T+266, and restarts",
                r -> restart(r.script(OPERATORS, () -> r.guard(guard))),
                within);
    }

    private static List<LeasesReturn> gateway(ReturnTimes.Gateway times) {
        String name = "`" + SimulatedGateway.GUARD + "`";
        return List.of(
                new LeasesReturn(name + " from the start", r -> r.guard(SimulatedGateway.GUARD), times.fromStart()),
                new LeasesReturn(
                        name + " at T+266",
                        r -> r.script(OPERATORS, () -> r.guard(SimulatedGateway.GUARD)),
                        times.late()));
    }

    private static LeasesReturn pair(ReturnTimes.Pair pair) {
        return new LeasesReturn(
                "the pair with the least waste: `" + pair.one() + "` and `" + pair.other() + "` from the start",
                r -> r.guard(pair.one()).guard(pair.other()),
                pair.within());
    }

    private static RegionSimulator throttle(RegionSimulator region) {
        return region.throttle(OPERATORS, SHARE);
    }

    private static void restart(RegionSimulator region) {
        var unused = region.restarts(OPERATORS, SWEEP / (region.size.hosts() - 1));
    }

    /** @param seeds from 1 */
    List<Outcome> outcomes(String wiring, RegionSize size, int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> play(RegionSimulator.wired(wiring, size, seed), seed))
                .toList();
    }

    private Outcome play(RegionSimulator region, long seed) {
        region.outage(RESTORED);
        means.accept(region);
        Customers customers = new Customers(region, new SplittableRandom(seed));
        region.until(RESTORED);
        long calls = region.calls();
        long wasted = wasted(region);
        double back = region.recovered(HELD, CACHES_EXPIRED, END);
        return new Outcome(
                back,
                region.calls() - calls,
                wasted(region) - wasted,
                customers.asked,
                customers.asked - launched(region));
    }

    private static long wasted(RegionSimulator region) {
        return region.counted(Counted.ATTEMPTS_LATE)
                + region.counted(Counted.ATTEMPTS_REDUNDANT)
                + region.counted(Counted.CHECKS_LATE)
                + region.hosts.stream().mapToLong(h -> h.gateway.wasted).sum();
    }

    private static long launched(RegionSimulator region) {
        return region.hosts.stream().mapToLong(h -> h.launched).sum();
    }

    /** Who asks for launches from T+157 on. */
    private static final class Customers {

        private final RegionSimulator region;
        private final SplittableRandom chance;
        long asked;

        Customers(RegionSimulator region, SplittableRandom chance) {
            this.region = region;
            this.chance = chance;
            for (double t = RESTORED; t < END; t += 1.0 / LAUNCHES_PER_MINUTE) {
                double at = t;
                region.script(at, () -> askEach(at));
            }
        }

        /** One for as many droplets as the usual region has. */
        private void askEach(double at) {
            for (int i = 0; i < region.size.droplets() / RegionSize.USUAL.droplets(); i++) {
                ask(at);
            }
        }

        private void ask(double at) {
            SimulatedHost host = region.hosts.get(chance.nextInt(region.hosts.size()));
            int slot = chance.nextInt(region.size.parameters().droplets());
            asked++;
            if (host.host.canChange(slot, RegionSimulator.at(at))) {
                DropletChange launch = new DropletChange("launch-" + asked, "i-" + asked, DropletChange.Kind.START);
                var unused = host.host.launch(slot, launch, RegionSimulator.at(at));
            }
        }
    }
}
