package emptyrecord.dwfm.core.limit;

import emptyrecord.kit.kernel.TokenBucket;
import java.time.Instant;

/**
 * EC2's request limit for customers' launches: a bucket of eight minutes of the rate. A new limit starts with a FULL
 * bucket, and that burst of launches starts the NLB phase. An adjusted limit keeps its tokens (our choice, both).
 */
public final class ApiLimit {

    private static final double BUCKET_MINUTES = 8;

    /** So that the lowest limits still admit a launch now and then (our choice). */
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

    /** A new limit, with a full bucket. */
    public void set(double perMinute, Instant now) {
        change(perMinute, Double.MAX_VALUE, now);
    }

    /** Another rate for the limit in force; the tokens stay, as far as they fit. */
    public void adjust(double perMinute, Instant now) {
        change(perMinute, bucket.tokens(now), now);
    }

    private void change(double perMinute, double tokens, Instant now) {
        if (!(perMinute > 0 && perMinute <= 100_000)) {
            throw new IllegalArgumentException(
                    "launchesPerMinute must be more than 0 and at most 100000, not " + perMinute);
        }
        bucket = new TokenBucket(perMinute, capacity(perMinute), tokens, now);
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
        return TokenBucket.full(perMinute, capacity(perMinute), now);
    }

    private static double capacity(double perMinute) {
        return Math.max(BUCKET_MIN, perMinute * BUCKET_MINUTES);
    }
}
