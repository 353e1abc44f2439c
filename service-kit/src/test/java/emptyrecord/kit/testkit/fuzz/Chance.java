package emptyrecord.kit.testkit.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** The random choices of one input. The same seed and index make the same choices. */
public final class Chance {

    /** Odd, so that neighbouring indices have seeds far apart (the golden ratio, as in SplittableRandom). */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int WORD_MAX = 12;

    private final SplittableRandom random;

    public Chance(long seed, long index) {
        random = new SplittableRandom(seed ^ (index + 1) * SPREAD);
    }

    /** @return at least 0, less than {@code bound} */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** @return from {@code min} to {@code max}, both included */
    public int between(int min, int max) {
        return random.nextInt(min, max + 1);
    }

    /** True once in {@code times}, on average. */
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    public <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One of several texts. */
    public String of(String... choices) {
        return choices[below(choices.length)];
    }

    public long bits() {
        return random.nextLong();
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 1 to 12 small letters. */
    public String word() {
        StringBuilder word = new StringBuilder();
        for (int i = between(1, WORD_MAX); i > 0; i--) {
            word.append((char) ('a' + below(26)));
        }
        return word.toString();
    }
}
