package emptyrecord.lab.failure;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C. A hook prints the one message about it. The command's own thread prints nothing from then on, although it
 * sees services end.
 */
public final class Interruption {

    private static volatile boolean on;

    private Interruption() {}

    public static boolean isOn() {
        return on;
    }

    /** After Ctrl-C it never returns: the hook prints the message, and the JVM ends after that. */
    public static void waitForTheEndIfOn() {
        if (on) {
            waitForTheEnd();
        }
    }

    public static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread for {@link Runtime#addShutdownHook}. */
    public static Thread hook(String name, Runnable work) {
        return new Thread(
                () -> {
                    on = true;
                    work.run();
                },
                name);
    }

    /** Removes a hook; a hook that already runs is interrupted. */
    public static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            hook.interrupt();
        }
    }
}
