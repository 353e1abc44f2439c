package emptyrecord.race.timed;

import emptyrecord.enactor.core.EnactorRules;
import java.time.Duration;

/** The enactors' default numbers; a test compares them with the services' defaults. */
public final class NightRules {

    /** The planner's default (planner.period). */
    public static final Duration PLAN_PERIOD = Duration.ofMinutes(2);

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

    private NightRules() {}

    static EnactorRules named(String name) {
        return new EnactorRules(name, RULES.checkedEndpoint(), RULES.pace(), RULES.lockFor(), RULES.cleanUp());
    }
}
