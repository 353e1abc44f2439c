package emptyrecord.dwfm.fleet;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.dwfm.core.host.LeaseHost;
import emptyrecord.dwfm.core.host.Recall;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.kernel.Driver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a host's process begins. Before the first tick it reads the lease table, if it can be read already. That also
 * loads the client's classes, which would otherwise make the first checks late. If the table cannot be read, the host
 * begins without it, and reads it as soon as it can.
 */
final class HostStart {

    private static final Logger log = LoggerFactory.getLogger(HostStart.class);

    /** Incident time between two tries to read the table (our choice). */
    private static final Duration READ_AGAIN = Duration.ofSeconds(15);

    private final String name;
    private final LeaseHost host;
    private final DropletLink link;
    private final Driver driver;
    private final EventLog events;
    private volatile boolean closed;

    HostStart(String name, LeaseHost host, DropletLink link, Driver driver, EventLog events) {
        this.name = name;
        this.host = host;
        this.link = link;
        this.driver = driver;
        this.events = events;
    }

    /** @param ticking called once the host ticks */
    void begin(Recall recall, IncidentClock clock, Runnable ticking) {
        Thread.ofVirtual().name(name + "-start").start(() -> run(recall, clock, ticking));
    }

    private void run(Recall recall, IncidentClock clock, Runnable ticking) {
        Instant started = clock.instant();
        boolean recalled = recall(recall, started);
        driver.call(now -> {
            host.start(now);
            return true;
        });
        ticking.run();
        try {
            while (!closed && !recalled) {
                clock.sleep(READ_AGAIN);
                recalled = recall(recall, started);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether the table could be read */
    private boolean recall(Recall recall, Instant started) {
        try {
            int droplets = driver.<Integer>call(now -> host.snapshot(now).droplets());
            List<LeaseRecord> rows = link.readBack(droplets);
            Map<EventId, Object> recalled = driver.call(now -> {
                boolean goesOn = recall.apply(rows, name, started, now, host);
                int held = host.snapshot(now).leasesHeld();
                return Map.of(
                        EventId.HOST, name, EventId.ROWS, rows.size(), EventId.HELD, held, EventId.GOES_ON, goesOn);
            });
            events.record(EventKind.LEASES_RECALLED, recalled);
            return true;
        } catch (IllegalStateException e) {
            log.atDebug().addKeyValue("host", name).log("lease table not readable yet: {}", e.getMessage());
            return false;
        }
    }

    void close() {
        closed = true;
    }
}
