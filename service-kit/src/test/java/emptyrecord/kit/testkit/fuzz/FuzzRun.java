package emptyrecord.kit.testkit.fuzz;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes inputs by a seed and checks each. A failing one is reported with seed, index, the input and the two commands that
 * play it again. Settings are system properties:
 *
 * <ul>
 *   <li>{@code fuzz.seed}: 20251020 if absent
 *   <li>{@code fuzz.count}: number of inputs; if absent, what the test says
 *   <li>{@code fuzz.seconds}: ends after so long instead, whatever the count
 *   <li>{@code fuzz.index}: only this input
 * </ul>
 */
public final class FuzzRun {

    private static final long SEED = Long.getLong("fuzz.seed", 20_251_020);
    private static final int COUNT = Integer.getInteger("fuzz.count", 0);
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);
    private static final long INDEX = Long.getLong("fuzz.index", -1);

    /** Inputs between two questions of the client that does no harm. */
    private static final int BYSTANDER_EVERY = 100;

    private final String protocol;
    private final int count;
    private final Bystander bystander;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** A client that does no harm; it throws when it was not served. */
    @FunctionalInterface
    public interface Bystander {
        void asks() throws Exception;
    }

    /** Sends an input and checks what comes back. */
    @FunctionalInterface
    public interface Check<T> {

        /** @return what came of it, in a word that is counted; throws if the service did wrong */
        String of(T input) throws Exception;
    }

    private FuzzRun(String protocol, int count, Bystander bystander) {
        this.protocol = protocol;
        this.count = count;
        this.bystander = bystander;
    }

    /**
     * @param protocol the word after {@code bench/fuzz.sh}
     * @param count inputs, unless a system property says otherwise
     */
    public static FuzzRun of(String protocol, int count) {
        return new FuzzRun(protocol, COUNT > 0 ? COUNT : count, () -> {});
    }

    /** The same, with a client that asks now and then, and at the end. */
    public FuzzRun beside(Bystander client) {
        return new FuzzRun(protocol, count, client);
    }

    /** @throws AssertionError for the first input whose check fails */
    public <T> void each(Function<Chance, T> make, Check<T> check) {
        long begin = System.nanoTime();
        long done = 0;
        for (long index = Math.max(0, INDEX); goesOn(index, begin); index++) {
            one(index, make.apply(new Chance(SEED, index)), check);
            done++;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("fuzz %s: seed %d, %d inputs in %s: %s%n", protocol, SEED, done, took, outcomes);
    }

    private boolean goesOn(long index, long begin) {
        if (INDEX >= 0) {
            return index == INDEX;
        }
        return SECONDS > 0
                ? System.nanoTime() - begin < Duration.ofSeconds(SECONDS).toNanos()
                : index < count;
    }

    private <T> void one(long index, T input, Check<T> check) {
        try {
            outcomes.merge(check.of(input), 1, Integer::sum);
            if (index % BYSTANDER_EVERY == BYSTANDER_EVERY - 1 || index == INDEX || index == count - 1) {
                bystander.asks();
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError(report(index, Escaped.of(input)) + e.getMessage(), e);
        }
    }

    private String report(long index, String input) {
        String again = "bench/fuzz.sh " + protocol + " --seed " + SEED;
        return "%s, seed %d, input %d: %s%nalone: %s --index %d%nwith all before it: %s --count %d%n"
                .formatted(protocol, SEED, index, input, again, index, again, index + 1);
    }
}
