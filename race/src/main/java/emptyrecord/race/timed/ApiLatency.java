package emptyrecord.race.timed;

/**
 * How fast Route 53 is.
 *
 * @param callSeconds mean time of one API call, incident seconds, drawn ±50 %; its effect falls in the middle
 * @param slowness factor on the waits that stand for AWS's own API (before build, flip, list and delete); 1 is the services' default
 * @param where the actors whose waits are slow
 */
public record ApiLatency(double callSeconds, double slowness, Where where) {

    /** Where the slowness is. */
    public enum Where {
        /** Route 53 itself is slow. */
        EVERYONE,
        /** Only enactor c's path is slow, as when its Availability Zone is in trouble. */
        ONE_ENACTOR
    }

    /** 10 real milliseconds a call at 60:1. */
    public static final ApiLatency CALM = new ApiLatency(0.6, 1, Where.EVERYONE);

    double slownessOf(String enactor) {
        return where == Where.EVERYONE || enactor.equals("c") ? slowness : 1;
    }

    public ApiLatency {
        if (!(callSeconds > 0) || !(slowness > 0)) {
            throw new IllegalArgumentException(
                    "call time and slowness are more than nothing, not " + callSeconds + " s and " + slowness);
        }
    }
}
