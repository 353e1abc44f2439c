package emptyrecord.e2e.kill;

import java.time.Duration;

/** A thread that checks repeatedly until it is closed. An exception that it does not expect is a violation. */
final class Watch implements AutoCloseable {

    private final Thread thread;
    private volatile boolean open = true;

    private Watch(String name, Duration pause, Look look, Findings findings) {
        this.thread = Thread.ofPlatform().daemon().name(name).start(() -> run(pause, look, findings));
    }

    /** One check; it counts and judges by itself. */
    @FunctionalInterface
    interface Look {
        void once() throws InterruptedException;
    }

    static Watch of(String name, Duration pause, Findings findings, Look look) {
        return new Watch(name, pause, look, findings);
    }

    private void run(Duration pause, Look look, Findings findings) {
        try {
            while (open) {
                look.once();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            findings.violated(Thread.currentThread().getName() + " failed: " + e);
        }
    }

    /** Lets the current check finish. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
