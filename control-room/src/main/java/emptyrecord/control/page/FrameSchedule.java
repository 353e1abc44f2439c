package emptyrecord.control.page;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes frames at their pace and gives them to the audience. It makes one a real second while a page is open, one every
 * fifth without, so that the history goes on. Switches are read at every other frame.
 */
public final class FrameSchedule implements SmartLifecycle {

    /** Frames left out between two while no page is open. */
    private static final int UNSEEN = 5;

    private static final int SWITCHES_EVERY = 2;

    private static final Logger log = LoggerFactory.getLogger(FrameSchedule.class);

    private final PageFrames frames;
    private final Audience audience;
    private final JsonMapper json;
    private final Duration every;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("frames").factory());
    private volatile boolean running;
    private long turns;

    /** @param every real time between two frames */
    public FrameSchedule(PageFrames frames, Audience audience, JsonMapper json, Duration every) {
        this.frames = frames;
        this.audience = audience;
        this.json = json;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::turn, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void turn() {
        turns++;
        boolean seen = audience.size() > 0;
        if (!seen && turns % UNSEEN != 0) {
            return;
        }
        try {
            if (turns % SWITCHES_EVERY == 0) {
                frames.readPanel();
            }
            frames.next().ifPresent(frame -> audience.tell(json.writeValueAsString(frame)));
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("no frame could be made");
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        audience.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
