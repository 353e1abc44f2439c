package emptyrecord.network.core;

/** Whether another launch is accepted. */
@FunctionalInterface
public interface Admission {

    /** @param longestQueue tasks that wait in the zone with the longest queue */
    boolean admits(int longestQueue);

    /** The night: the queue has no bound and every change is accepted. */
    Admission UNBOUNDED = longest -> true;

    /** The remedy {@code nm.queue-throttle}: incoming work is throttled by the size of the waiting queue (F83). */
    static Admission upTo(int queueMax) {
        return longest -> longest <= queueMax;
    }
}
