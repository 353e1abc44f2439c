package emptyrecord.lab.start;

/**
 * The progress of a service that starts.
 *
 * @param detail of UNHEALTHY what its health reports, of ENDED how it ended, else empty
 */
public record ServiceProgress(String service, State state, String detail) {

    /** The stage it has reached. */
    public enum State {
        /** Not started yet: a service that it needs is missing. */
        WAITING,
        /** The process lives and does not answer. */
        STARTING,
        /** It answers and reports that it is not well. */
        UNHEALTHY,
        HEALTHY,
        /** The process has ended. */
        ENDED
    }

    /** Its state in words, without its name. */
    public String words() {
        return switch (state) {
            case WAITING -> "waits for the services before it";
            case STARTING -> "is starting and does not answer yet";
            case UNHEALTHY -> "answers, but is not healthy: " + detail;
            case HEALTHY -> "is healthy";
            case ENDED -> "ended: " + detail;
        };
    }
}
