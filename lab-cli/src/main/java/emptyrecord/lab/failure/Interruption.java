package emptyrecord.lab.failure;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C. A hook says the one thing there is to say about it; the command's own thread, which sees services end under its
 * hands, says nothing from then on.
 */
public final class Interruption {

    private static volatile boolean on;

    private Interruption() {}

    public static boolean isOn() {
        return on;
    }

    /** After Ctrl-C it never returns: the hook says what there is to say, and the JVM ends when that is done. */
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

    /** Takes a hook back; one that already runs is interrupted. */
    public static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            hook.interrupt();
        }
    }
}
