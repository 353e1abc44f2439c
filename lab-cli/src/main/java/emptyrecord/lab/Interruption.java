package emptyrecord.lab;

/**
 * Ctrl-C. A hook says the one thing there is to say about it; the command's own thread, which sees services end under its
 * hands, says nothing from then on.
 */
final class Interruption {

    private static volatile boolean on;

    private Interruption() {}

    static boolean isOn() {
        return on;
    }

    /** A thread for {@link Runtime#addShutdownHook}. */
    static Thread hook(String name, Runnable work) {
        return new Thread(
                () -> {
                    on = true;
                    work.run();
                },
                name);
    }
}
