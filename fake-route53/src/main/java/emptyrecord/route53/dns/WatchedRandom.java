package emptyrecord.route53.dns;

import java.util.random.RandomGenerator;

/** A generator that remembers whether an answer drew from it. */
final class WatchedRandom implements RandomGenerator {

    private final RandomGenerator source;
    private boolean drawn;

    WatchedRandom(RandomGenerator source) {
        this.source = source;
    }

    boolean isDrawn() {
        return drawn;
    }

    @Override
    public long nextLong() {
        drawn = true;
        return source.nextLong();
    }

    @Override
    public int nextInt(int bound) {
        drawn = true;
        return source.nextInt(bound);
    }

    @Override
    public double nextDouble() {
        drawn = true;
        return source.nextDouble();
    }
}
