package emptyrecord.dwfm.core.host;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Within how many minutes after T+157 each remedy must bring the leases back with one wiring; {@link LeasesReturn#NEVER}:
 * it never does.
 *
 * @param throttle alone
 * @param both throttle, and restarts one after another
 * @param bothAtOnce throttle, and all hosts restarted at once
 * @param fromStart each guard alone, on before the night
 * @param late each guard alone, switched on at T+266
 * @param lateWithRestarts the same, and restarts
 * @param gateway the guard of the droplets' gateways, where calls pass them
 * @param pair the two guards with the least waste
 */
record ReturnTimes(
        double throttle,
        double both,
        double bothAtOnce,
        Map<GuardNames, Double> fromStart,
        Map<GuardNames, Double> late,
        Map<GuardNames, Double> lateWithRestarts,
        Optional<Gateway> gateway,
        Pair pair) {

    private static final double NEVER = LeasesReturn.NEVER;

    record Gateway(double fromStart, double late) {}

    /** Two guards by name. */
    record Pair(String one, String other, double within) {}

    static ReturnTimes of(String wiring) {
        return switch (wiring) {
            case "stale-fifo" -> staleFifo();
            case "all-or-nothing-batch" -> allOrNothingBatch();
            case "thundering-herd" -> thunderingHerd();
            default -> throw new IllegalArgumentException(wiring);
        };
    }

    private static ReturnTimes staleFifo() {
        return new ReturnTimes(
                NEVER,
                190,
                160,
                within(40, 30, 35, 45, 60, 55, 40),
                within(140, NEVER, 135, NEVER, NEVER, NEVER, NEVER),
                within(140, 165, 135, 170, 195, 330, 170),
                Optional.empty(),
                new Pair(GuardNames.DEDUPE.id(), GuardNames.BOUNDED_QUEUE.id(), 36));
    }

    private static ReturnTimes allOrNothingBatch() {
        return new ReturnTimes(
                190,
                190,
                160,
                within(NEVER, NEVER, NEVER, 45, 60, 55, 60),
                within(NEVER, NEVER, NEVER, 170, 170, 170, 170),
                within(NEVER, NEVER, NEVER, 170, 195, 330, 170),
                Optional.empty(),
                new Pair(GuardNames.BOUNDED_QUEUE.id(), GuardNames.ADMISSION.id(), 60));
    }

    private static ReturnTimes thunderingHerd() {
        return new ReturnTimes(
                200,
                200,
                200,
                within(NEVER, NEVER, NEVER, NEVER, 60, 60, NEVER),
                within(NEVER, NEVER, NEVER, NEVER, 200, 330, NEVER),
                within(NEVER, NEVER, NEVER, NEVER, 200, 330, NEVER),
                Optional.of(new Gateway(60, 140)),
                new Pair(GuardNames.RETRY_BUDGET.id(), SimulatedGateway.GUARD, 60));
    }

    /** One number for each guard, in the order of {@link GuardNames}. */
    private static Map<GuardNames, Double> within(double... minutes) {
        Map<GuardNames, Double> within = new EnumMap<>(GuardNames.class);
        for (GuardNames guard : GuardNames.values()) {
            within.put(guard, minutes[guard.ordinal()]);
        }
        return within;
    }
}
