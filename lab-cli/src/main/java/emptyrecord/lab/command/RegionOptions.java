package emptyrecord.lab.command;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.LoadBalancerFleet;
import emptyrecord.lab.platform.StartOptions;
import emptyrecord.lab.terminal.NumberText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a region is started; shared by {@code up} and {@code replay}. */
public final class RegionOptions {

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Incident seconds per real second (default 60, in containers .env; 60: the night takes 14.5"
                    + " minutes; 180: 5 minutes).")
    @Nullable
    Double speed;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything random (default: drawn and printed; in containers .env).")
    @Nullable
    Long seed;

    @Option(
            names = "--uuid-names",
            description = "Name the plans' trees by UUIDs, as in the outage, instead of plan-145.")
    boolean uuidNames;

    @Option(
            names = "--token",
            description =
                    "Only the facilitator may change the region: with LAB_TOKEN, or with a random token in the run's"
                            + " folder.")
    boolean token;

    @Option(
            names = "--strict",
            description = "Refuse a speed that this machine cannot keep up with, instead of a warning.")
    boolean strict;

    @Option(
            names = "--tracing",
            description = "Services send spans (see docs/traces.md); ./lab traces shows them, in containers Zipkin.")
    boolean tracing;

    @Option(
            names = "--load-balancers",
            paramLabel = "N",
            description = "DynamoDB's load balancers, 3 to " + LoadBalancerFleet.MOST
                    + " (default 3): the night had hundreds. Not in containers.")
    @Nullable
    Integer loadBalancers;

    /**
     * The options given on the command line; others stay null.
     *
     * @param keepData keep the last region's data
     */
    public StartOptions startOptions(boolean keepData) {
        Double wanted = speed;
        if (wanted != null && !(wanted >= 1 && wanted <= 240)) {
            throw LabException.usage("--speed must lie between 1 and 240, not " + NumberText.plain(wanted));
        }
        if (loadBalancers != null) {
            LoadBalancerFleet.requireCount(loadBalancers);
        }
        return new StartOptions(wanted, seed, keepData, uuidNames, token, strict, tracing, loadBalancers);
    }
}
