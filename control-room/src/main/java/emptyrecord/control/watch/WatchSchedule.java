package emptyrecord.control.watch;

import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.night.sample.Sample;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;

/** Takes samples and fetches events at their pace, and reports once when the region has been seen up. */
public final class WatchSchedule implements SmartLifecycle {

    private final Watcher watcher;
    private final EventFeed feed;
    private final Listeners listeners;
    private final IncidentTimer timer;
    private final Pace pace;
    private final AtomicBoolean polling = new AtomicBoolean();
    private final AtomicBoolean up = new AtomicBoolean();
    private volatile boolean running;

    /** Incident time between two samples, and between two fetches of events. */
    public record Pace(Duration samples, Duration events) {}

    /**
     * The listeners.
     *
     * @param eachSample receives the sample of every tick
     * @param regionIsUp called once, when every service answers and the regional name has addresses
     */
    public record Listeners(Consumer<Sample> eachSample, Runnable regionIsUp) {}

    public WatchSchedule(Watcher watcher, EventFeed feed, Listeners listeners, IncidentTimer timer, Pace pace) {
        this.watcher = watcher;
        this.feed = feed;
        this.listeners = listeners;
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
            watcher.latest().ifPresent(this::tell);
        }
    }

    private void tell(Sample sample) {
        listeners.eachSample().accept(sample);
        if (isUp(sample)) {
            tellOnce();
        }
    }

    private static boolean isUp(Sample s) {
        return s.gaps().isEmpty() && s.regional().answering();
    }

    private void tellOnce() {
        if (up.compareAndSet(false, true)) {
            listeners.regionIsUp().run();
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
