package emptyrecord.customers.client;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests of one action, from several threads. */
public final class Requests {

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    public void begin() {
        begun.incrementAndGet();
    }

    public void answer() {
        answered.incrementAndGet();
    }

    public int begun() {
        return begun.get();
    }

    public int answered() {
        return answered.get();
    }
}
