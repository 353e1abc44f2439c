package emptyrecord.control.page;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open pages. Each has a thread of its own and one slot. A slow page skips frames, and sees it from their numbers.
 * A page that takes nothing for {@link #TIMEOUT} is let go and comes back by itself when it can.
 */
public final class Audience implements AutoCloseable {

    /** Pages at once (our choice). */
    static final int MOST = 50;

    /** Real time for which a page may take no frame. */
    static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(Audience.class);

    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();

    /** Where frames go: a connection. */
    public interface Line {
        /** @throws IOException when the page is gone */
        void send(String frame) throws IOException;

        void close();
    }

    /**
     * Adds a page; its frames are sent from here on.
     *
     * @throws IllegalStateException when too many pages are open
     */
    public Viewer add(Line line) {
        if (viewers.size() >= MOST) {
            throw new IllegalStateException(
                    MOST + " pages are open already, which is as many as there may be; close one of them");
        }
        Viewer viewer = new Viewer(line, this::remove);
        viewers.add(viewer);
        Thread.ofVirtual().name("page").start(viewer::run);
        return viewer;
    }

    public int size() {
        return viewers.size();
    }

    /** Gives every viewer the newest frame; a viewer with an older one in its slot skips that one. */
    public void tell(String frame) {
        for (Viewer viewer : viewers) {
            if (viewer.idle().compareTo(TIMEOUT) > 0) {
                log.atInfo().log("a page took no frame for {} s and is let go", TIMEOUT.toSeconds());
                viewer.close();
            } else {
                viewer.offer(frame);
            }
        }
    }

    private void remove(Viewer viewer) {
        viewers.remove(viewer);
    }

    @Override
    public void close() {
        viewers.forEach(Viewer::close);
    }
}
