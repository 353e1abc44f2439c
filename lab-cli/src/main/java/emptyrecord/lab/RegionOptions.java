package emptyrecord.lab;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a region is started; shared by {@code up} and {@code replay}. */
final class RegionOptions {

    private static final double DEFAULT_SPEED = 60;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description =
                    "Incident seconds per real second (default 60: the night takes 14.5 minutes; 180: 5 minutes).")
    @Nullable
    Double speed;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random (default: drawn and printed).")
    @Nullable
    Long seed;

    double speedOrDefault() {
        double wanted = speed == null ? DEFAULT_SPEED : speed;
        if (!(wanted >= 1 && wanted <= 240)) {
            throw new LabException("--speed must lie between 1 and 240, not " + wanted);
        }
        return wanted;
    }

    long seedOrDrawn() {
        Long given = seed;
        return given == null ? new Random().nextInt(1, 1_000_000) : given;
    }
}
