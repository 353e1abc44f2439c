package emptyrecord.nlb.client;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.trace.Beginning;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the DNS answer. It writes the newest requested answer and skips earlier ones, so changes
 * never queue up; an empty answer is never written. Failed writes are tried again after a second of real time.
 */
public final class AnswerPublisher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AnswerPublisher.class);
    private static final long RETRY_MILLIS = 1000;

    private final AddressRecord record;
    private final IncidentClock clock;
    private final Duration pause;
    private final Duration refresh;
    private final Consumer<Boolean> counted;
    private final Tracing tracing;
    private final Thread thread;
    private SortedSet<String> wanted = new TreeSet<>();
    private SortedSet<String> published = new TreeSet<>();
    private TraceContext cause = TraceContext.NONE;
    private boolean troubled;

    /**
     * @param pause incident time from one write to the next
     * @param refresh incident time after which an unchanged answer is written again
     * @param counted receives the result of every write, true if it succeeded
     */
    public AnswerPublisher(
            AddressRecord record,
            IncidentClock clock,
            Duration pause,
            Duration refresh,
            Consumer<Boolean> counted,
            Tracing tracing) {
        this.tracing = tracing;
        this.record = record;
        this.clock = clock;
        this.pause = pause;
        this.refresh = refresh;
        this.counted = counted;
        this.thread = Thread.ofVirtual().name("answer-publisher").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Sets the answer from now on. @param trace of the change that asks for it */
    public synchronized void publish(SortedSet<String> addresses, TraceContext trace) {
        if (!addresses.isEmpty()) {
            wanted = addresses;
            cause = trace;
            notifyAll();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                SortedSet<String> next = awaitDifference();
                if (write(next)) {
                    clock.sleep(pause);
                } else {
                    Thread.sleep(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized SortedSet<String> awaitDifference() throws InterruptedException {
        long refreshAt = System.nanoTime() + clock.toReal(refresh).toNanos();
        while (wanted.equals(published) && (wanted.isEmpty() || System.nanoTime() < refreshAt)) {
            wait(Math.max(1, (refreshAt - System.nanoTime()) / 1_000_000));
        }
        return wanted;
    }

    private synchronized TraceContext takeCause() {
        TraceContext taken = cause;
        cause = TraceContext.NONE;
        return taken;
    }

    private boolean write(SortedSet<String> addresses) {
        try (Span span = tracing.begin(SpanName.DNS_PUBLISH, Beginning.under(takeCause()));
                Span.Scope scope = span.enter()) {
            span.tag("addresses", addresses.size());
            record.upsert(addresses);
            synchronized (this) {
                published = addresses;
            }
            troubled = false;
            counted.accept(true);
            return true;
        } catch (RuntimeException e) {
            if (!troubled) {
                log.atWarn().log("the DNS answer cannot be written: {}; trying again", e.getMessage());
            }
            troubled = true;
            counted.accept(false);
            return false;
        }
    }
}
