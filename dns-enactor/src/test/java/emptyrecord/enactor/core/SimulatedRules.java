package emptyrecord.enactor.core;

import java.time.Duration;

/** The numbers of the simulated runs; a test holds them equal to the service's defaults. */
public final class SimulatedRules {

    public static final EnactorRules RULES = new EnactorRules(
            "simulated",
            "regional",
            new EnactorRules.Pace(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(4800),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10)),
            Duration.ofSeconds(60),
            new EnactorRules.CleanUp(8, 4));

    private SimulatedRules() {}
}
