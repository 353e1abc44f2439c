package emptyrecord.control.watch;

import emptyrecord.control.core.sample.Sample;
import emptyrecord.kit.clock.IncidentTimer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;

/** Takes samples and fetches events at their pace, and tells once when the region has been seen up. */
public final class WatchSchedule implements SmartLifecycle {

    private final Watcher watcher;
    private final EventFeed feed;
    private final Runnable regionIsUp;
    private final IncidentTimer timer;
    private final Pace pace;
    private final AtomicBoolean polling = new AtomicBoolean();
    private final AtomicBoolean up = new AtomicBoolean();
    private volatile boolean running;

    /** Incident time between two samples, and between two fetches of events. */
    public record Pace(Duration samples, Duration events) {}

    public WatchSchedule(Watcher watcher, EventFeed feed, Runnable regionIsUp, IncidentTimer timer, Pace pace) {
        this.watcher = watcher;
        this.feed = feed;
        this.regionIsUp = regionIsUp;
        this.timer = timer;
        this.pace = pace;
    }

    @Override
    public void start() {
        running = true;
        timer.every(pace.samples(), this::sample);
        timer.every(pace.events(), this::events);
    }

    private void sample() {
        if (running) {
            watcher.tick();
            watcher.latest().filter(WatchSchedule::isUp).ifPresent(s -> tellOnce());
        }
    }

    private static boolean isUp(Sample s) {
        return s.gaps().isEmpty() && s.regional().answering();
    }

    private void tellOnce() {
        if (up.compareAndSet(false, true)) {
            regionIsUp.run();
        }
    }

    private void events() {
        if (running && polling.compareAndSet(false, true)) {
            try {
                feed.poll();
            } finally {
                polling.set(false);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
