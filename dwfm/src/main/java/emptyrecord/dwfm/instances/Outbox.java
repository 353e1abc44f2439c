package emptyrecord.dwfm.instances;

import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends network state to the Network Manager, in order, each piece until it is accepted. It never blocks a caller.
 * What has not been accepted yet follows from the instances' rows in the table, so it is sent again after a crash: at
 * least once.
 *
 * <p>Its length is bounded by the instances in the store, two pieces for each of their placements.
 */
public final class Outbox implements StoreWatcher, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** Real time between two tries, because the peer's start-up is no part of the incident. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Real time that a call under way may still take when the service ends; longer than its own time-outs. */
    private static final Duration CLOSING = Duration.ofSeconds(4);

    private final InstanceStore store;
    private final NetworkStateSink sink;
    private final Tracing tracing;
    private final BlockingQueue<Item> waiting = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private boolean complained;
    private boolean failing;
    private @Nullable Thread sender;

    /** @param trace of the request that caused it, on its way through the queue */
    private record Item(NetworkState news, TraceContext trace) {}

    public Outbox(InstanceStore store, NetworkStateSink sink, Tracing tracing) {
        this.store = store;
        this.sink = sink;
        this.tracing = tracing;
        store.watch(this);
    }

    /** Takes over what an earlier process left and starts to send. */
    public void start() {
        running = true;
        for (Instance each : store.remembered()) {
            for (int number = each.life().told() + 1; number <= each.news(); number++) {
                waiting.add(new Item(NetworkState.of(each, number), TraceContext.NONE));
            }
        }
        sender = Thread.ofVirtual().name("outbox").start(this::run);
    }

    @Override
    public void moved(Instance instance) {
        if (running) {
            waiting.add(new Item(NetworkState.of(instance, instance.news()), tracing.current()));
        }
    }

    /** How many pieces are not accepted yet. */
    public int length() {
        return waiting.size();
    }

    private void run() {
        try {
            while (running) {
                Item next = waiting.take();
                try (Span.Scope scope = tracing.enter(next.trace())) {
                    deliver(next.news());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries until it is accepted and recorded; a table that takes nothing only delays it. */
    private void deliver(NetworkState news) throws InterruptedException {
        boolean settled = false;
        while (running) {
            try {
                settled = settled || isSettled(news);
                if (settled) {
                    note(news);
                    return;
                }
            } catch (RuntimeException e) {
                failed(news, e);
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Sends it once. */
    private boolean isSettled(NetworkState news) {
        return switch (sink.send(news)) {
            case NetworkStateSink.Outcome.Accepted accepted -> {
                recovered();
                yield true;
            }
            case NetworkStateSink.Outcome.Never never -> {
                log.atError()
                        .addKeyValue("instance", news.instanceId())
                        .log("the Network Manager refuses {} for good: {}", news.change(), never.reason());
                yield true;
            }
            case NetworkStateSink.Outcome.Later later -> {
                complain(later.reason());
                yield false;
            }
        };
    }

    private void note(NetworkState news) {
        store.change(news.instanceId(), i -> i.told(news.number()));
        failing = false;
    }

    private void failed(NetworkState news, RuntimeException e) {
        if (!failing) {
            failing = true;
            log.atError()
                    .setCause(e)
                    .addKeyValue("instance", news.instanceId())
                    .log("network state {} could not be sent or noted, trying on", news.change());
        }
    }

    private void complain(String reason) {
        if (!complained) {
            complained = true;
            log.atWarn().log("the Network Manager takes no network state, trying on: {}", reason);
        }
    }

    private void recovered() {
        if (complained) {
            complained = false;
            log.atInfo().log("the Network Manager takes network state again");
        }
    }

    /** Waits for the current send, before the store that records its arrival closes. */
    @Override
    public void close() {
        running = false;
        Thread thread = sender;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(CLOSING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
