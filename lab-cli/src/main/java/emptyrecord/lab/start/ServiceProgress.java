package emptyrecord.lab.start;

/**
 * What is seen of a service that starts.
 *
 * @param detail of UNHEALTHY what its health says, of ENDED how it ended, else empty
 */
public record ServiceProgress(String service, State state, String detail) {

    /** Where it stands. */
    public enum State {
        /** Not started yet: what it needs is not there. */
        WAITING,
        /** The process lives and does not answer. */
        STARTING,
        /** It answers and says that it is not well. */
        UNHEALTHY,
        HEALTHY,
        /** The process is gone. */
        ENDED
    }

    /** Its state in words, without its name. */
    public String words() {
        return switch (state) {
            case WAITING -> "waits for those before it";
            case STARTING -> "is starting, does not answer yet";
            case UNHEALTHY -> "answers, but is not well: " + detail;
            case HEALTHY -> "is healthy";
            case ENDED -> "ended: " + detail;
        };
    }
}
