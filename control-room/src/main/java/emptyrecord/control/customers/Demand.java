package emptyrecord.control.customers;

import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.night.sample.Sample;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs customers and canaries. They begin when the region has been seen up, and stop with the process. */
public final class Demand implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Demand.class);

    /** Real time between two turns of the customers' two streams. */
    private static final long TURN_MILLIS = 20;

    private final LaunchCustomers launches;
    private final ConnectionCustomers connections;
    private final Canaries canaries;
    private final ControlSettings settings;
    private final IncidentTimer timer;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("customers").factory());
    private volatile boolean running;
    private volatile boolean begun;

    /** The customers that make the demand. */
    public record Parties(LaunchCustomers launches, ConnectionCustomers connections, Canaries canaries) {}

    public Demand(Parties parties, ControlSettings settings, IncidentTimer timer) {
        this.launches = parties.launches();
        this.connections = parties.connections();
        this.canaries = parties.canaries();
        this.settings = settings;
        this.timer = timer;
    }

    @Override
    public void start() {
        running = true;
        turns.scheduleWithFixedDelay(this::turn, TURN_MILLIS, TURN_MILLIS, TimeUnit.MILLISECONDS);
        Duration often = settings.canaries().callEvery();
        for (String name : new String[] {"dynamodb", "internal-tool", "connection"}) {
            timer.every(often, () -> probe(name));
        }
        timer.every(settings.canaries().launchEvery(), () -> probe("launch"));
    }

    /** Tells the customers that the region is up; only the first call does something. */
    public synchronized void begin(long seed) {
        if (!begun && settings.customersOn()) {
            begun = true;
            startNight(seed);
        }
    }

    /** Resets customers to the start of a night: no one waits, and chance starts from the seed. */
    public void startNight(long seed) {
        launches.startNight(seed);
        connections.startNight(seed);
    }

    private void probe(String name) {
        if (running && begun) {
            canaries.probe(name);
        }
    }

    private void turn() {
        try {
            if (begun) {
                launches.turn();
                connections.turn();
            }
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("customers failed");
        }
    }

    /** Outcomes of customers and canaries since the last sample. */
    public Sample.Customers take() {
        Map<String, Integer> tried = connections.take();
        return new Sample.Customers(launches.takeLaunches(), tried, launches.waiting(), canaries.take());
    }

    /** The canaries' recent outcomes, by canary. */
    public Map<String, Calls> calls() {
        return canaries.calls();
    }

    @Override
    public void stop() {
        running = false;
        turns.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
