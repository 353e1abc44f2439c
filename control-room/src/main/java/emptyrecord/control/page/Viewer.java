package emptyrecord.control.page;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One open page: a slot for the newest frame, and the thread that writes it. */
public final class Viewer {

    private final Audience.Line line;
    private final Consumer<Viewer> gone;
    private @Nullable String slot;
    private long tookAt = System.nanoTime();
    private boolean writing;
    private boolean closed;

    Viewer(Audience.Line line, Consumer<Viewer> gone) {
        this.line = line;
        this.gone = gone;
    }

    synchronized void offer(String frame) {
        slot = frame;
        notifyAll();
    }

    /** How long the present frame has been in writing; zero while it waits for one. */
    synchronized Duration idle() {
        return writing ? Duration.ofNanos(System.nanoTime() - tookAt) : Duration.ZERO;
    }

    /** Ends it; the connection is closed and the thread goes. */
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        gone.accept(this);
        line.close();
    }

    void run() {
        try {
            for (String frame = take(); frame != null; frame = take()) {
                line.send(frame);
            }
        } catch (IOException | IllegalStateException e) {
            // The page was closed; this is normal.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private synchronized @Nullable String take() throws InterruptedException {
        writing = false;
        while (slot == null && !closed) {
            wait();
        }
        String frame = closed ? null : slot;
        slot = null;
        writing = true;
        tookAt = System.nanoTime();
        return frame;
    }
}
