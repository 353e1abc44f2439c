package emptyrecord.lab.start;

/** The meaning of a process's exit status. */
public final class ExitReason {

    /** Of a JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    /** A shell gives 128 and the signal's number for a process that a signal ended. */
    private static final int SIGNALLED = 128;

    private static final int SIGABRT = 6;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;

    private ExitReason() {}

    /** For example {@code exit status 3: out of memory}. */
    public static String of(int status) {
        return "exit status " + status
                + switch (status) {
                    case OUT_OF_MEMORY -> ": out of memory";
                    case SIGNALLED + SIGABRT -> ": the JVM aborted (SIGABRT)";
                    case SIGNALLED + SIGKILL -> ": killed (SIGKILL)";
                    case SIGNALLED + SIGTERM -> ": it was terminated (SIGTERM)";
                    case 1 -> ": it refused to start or failed; its log has the reason";
                    default -> "";
                };
    }
}
