package emptyrecord.night.catalogue;

import emptyrecord.night.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A measurement in one sample: DNS answers, canaries, and the services' own reports; never a fault's state. A part
 * without an answer is null, never zero.
 */
public enum Measurement {
    /** Addresses in the regional name's answer, by a real DNS query. */
    REGIONAL_ANSWERS(s -> (double) s.regional().answers()),
    /** 1 when the regional name exists and has no addresses (NOERROR, ANSWER 0), else 0. */
    REGIONAL_EMPTY(s -> s.regional().empty() ? 1.0 : 0.0),
    /** Addresses that the regional name could answer. */
    REGIONAL_POSSIBLE(s -> number(s.regional().possible())),
    /** Services that did not answer. */
    SERVICES_SILENT(s -> (double) s.gaps().size()),

    PLANNER_GENERATION(
            s -> s.automation() == null ? null : number(s.automation().plannerGeneration())),
    APPLIED_PLAN(s -> s.automation() == null ? null : number(s.automation().activePlan())),
    /** Plans written and not yet applied by any enactor. */
    PLANS_BEHIND(Measurement::plansBehind),

    LEASES_HELD_SHARE(s -> s.leases() == null ? null : (Double) s.leases().heldShare()),
    /** Leases made since DWFM started. */
    LEASES_MADE(s -> s.leases() == null ? null : (Double) (double) s.leases().madeTotal()),
    DWFM_QUEUE(s -> s.leases() == null ? null : (Double) (double) s.leases().queueLength()),
    DWFM_OLDEST_MINUTES(s -> s.leases() == null ? null : (Double) (s.leases().oldestQueuedSeconds() / 60)),
    /** Launches a minute that EC2 admits. */
    LAUNCH_LIMIT_PER_MINUTE(s -> s.leases() == null ? null : s.leases().apiRatePerMinute()),

    PROPAGATION_DELAY_MINUTES(
            s -> s.network() == null ? null : (Double) s.network().delayMinutes()),
    NETWORK_QUEUE(
            s -> s.network() == null ? null : (Double) (double) s.network().worstQueue()),

    NODES_IN_DNS_SHARE(s -> s.nlb() == null ? null : (Double) s.nlb().inDnsShare()),
    HEALTHY_CAPACITY_SHARE(s -> s.nlb() == null ? null : (Double) s.nlb().healthyCapacityShare()),
    ZONES_WITHDRAWN(s ->
            s.nlb() == null ? null : (Double) (double) s.nlb().zonesWithdrawn().size()),
    CHECKS_FAILED_SHARE(s -> s.nlb() == null ? null : s.nlb().failureShare()),
    CHECKERS(s -> s.nlb() == null ? null : (Double) (double) s.nlb().checkers()),
    RESULT_AGE_MINUTES(s -> s.nlb() == null ? null : (Double) (s.nlb().meanResultAgeSeconds() / 60)),

    /** A canary's success over the last 5 minutes; {@code of} names it. */
    CANARY_SUCCESS(null),
    /** Refused customers who will come again. */
    CUSTOMERS_WAITING(s -> (double) s.customers().waiting());

    private final @Nullable Function<Sample, @Nullable Double> read;

    Measurement(@Nullable Function<Sample, @Nullable Double> read) {
        this.read = read;
    }

    /** As scenarios write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException lists the labels there are */
    public static Measurement of(String label) {
        return Arrays.stream(values())
                .filter(m -> m.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no measurement '" + label + "'; there are " + labels()));
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Measurement::label).toList();
    }

    /** The value, not-a-number when there was no answer; of a measurement that needs no name. */
    public double in(Sample sample) {
        Double value = in(sample, null);
        return value == null ? Double.NaN : value;
    }

    /**
     * The value; null when there was no answer.
     *
     * @param of the canary, where the measurement is one of several
     */
    public @Nullable Double in(Sample sample, @Nullable String of) {
        if (read != null) {
            return read.apply(sample);
        }
        Sample.Canary canary = sample.customers().canaries().get(of);
        return canary == null ? null : canary.successShare();
    }

    private static @Nullable Double plansBehind(Sample s) {
        Double written = PLANNER_GENERATION.in(s, null);
        Double applied = APPLIED_PLAN.in(s, null);
        return written == null || applied == null ? null : (Double) (written - applied);
    }

    private static @Nullable Double number(@Nullable Number number) {
        return number == null ? null : (Double) number.doubleValue();
    }
}
