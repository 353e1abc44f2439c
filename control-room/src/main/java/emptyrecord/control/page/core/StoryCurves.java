package emptyrecord.control.page.core;

import emptyrecord.night.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The curves that tell the night, and their values in a sample. */
public final class StoryCurves {

    /** Names of the series, in the order of {@link #values}. */
    public static final List<String> SERIES = List.of(
            "answers",
            "leases",
            "throughput",
            "goodput",
            "delay",
            "capacity",
            "dynamodb",
            "internal-tool",
            "launch",
            "connection");

    private StoryCurves() {}

    /** Shares are in percent, delays in minutes, rates by the incident minute. */
    public static List<@Nullable Double> values(Sample s) {
        Sample.Leases leases = s.leases();
        Sample.Network network = s.network();
        Sample.Nlb nlb = s.nlb();
        Integer possible = s.regional().possible();
        return Arrays.asList(
                (double) (possible == null ? s.regional().answers() : possible),
                leases == null ? null : percent(leases.heldShare()),
                leases == null ? null : rounded(leases.attemptsPerMinute()),
                leases == null ? null : rounded(leases.leasesPerMinute()),
                network == null ? null : rounded(network.delayMinutes()),
                nlb == null ? null : percent(nlb.healthyCapacityShare()),
                canary(s, "dynamodb"),
                canary(s, "internal-tool"),
                canary(s, "launch"),
                canary(s, "connection"));
    }

    private static @Nullable Double canary(Sample s, String name) {
        Map<String, Sample.Canary> canaries = s.customers().canaries();
        Sample.Canary canary = canaries.get(name);
        Double share = canary == null ? null : canary.successShare();
        return share == null ? null : percent(share);
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : (Double) (Math.round(value * 100) / 100.0);
    }

    private static Double percent(double share) {
        return Math.round(share * 1000) / 10.0;
    }
}
