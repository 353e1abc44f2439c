package emptyrecord.dwfm.core;

import java.time.Instant;

/**
 * EC2's request limit for customers' launches: a bucket of five minutes of the rate. A changed limit starts with a FULL
 * bucket (DYNAMICS C1; that burst of launches is what starts the NLB phase, pitfall 8).
 */
public final class ApiLimit {

    private static final double BUCKET_MINUTES = 5;

    /** So that the lowest limits still let a launch through now and then (our choice). */
    private static final double BUCKET_MIN = 1.5;

    private final double normalPerMinute;
    private final double blockPerMinute;
    private TokenBucket bucket;
    private boolean changed;

    /**
     * @param normalPerMinute the limit of a normal day
     * @param blockPerMinute at or below this limit AWS's own launches are refused too
     */
    public ApiLimit(double normalPerMinute, double blockPerMinute, Instant now) {
        this.normalPerMinute = normalPerMinute;
        this.blockPerMinute = blockPerMinute;
        this.bucket = full(normalPerMinute, now);
    }

    public void set(double perMinute, Instant now) {
        if (!(perMinute > 0 && perMinute <= 100_000)) {
            throw new IllegalArgumentException(
                    "launchesPerMinute must be more than 0 and at most 100000, not " + perMinute);
        }
        bucket = full(perMinute, now);
        changed = true;
    }

    public void backToNormal(Instant now) {
        bucket = full(normalPerMinute, now);
        changed = false;
    }

    public boolean admitsCustomer(int launches, Instant now) {
        return bucket.tryTake(launches, now);
    }

    /** AWS's own fleets do not draw from the customers' bucket. */
    public boolean admitsInternal() {
        return bucket.perMinute() > blockPerMinute;
    }

    public double perMinute() {
        return bucket.perMinute();
    }

    public double tokens(Instant now) {
        return bucket.tokens(now);
    }

    /** An operator has set the limit and not cleared it yet. */
    public boolean changed() {
        return changed;
    }

    private static TokenBucket full(double perMinute, Instant now) {
        double capacity = Math.max(BUCKET_MIN, perMinute * BUCKET_MINUTES);
        return new TokenBucket(perMinute, capacity, capacity, now);
    }
}
