package emptyrecord.dwfm.instances;

import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Ids of instances from their numbers: {@code i-} and 17 hexadecimal digits, as EC2's. The same seed and number give the
 * same id.
 */
record InstanceIds(long seed) {

    /** @param taken by another instance; then the next salt is tried */
    String id(long seq, Predicate<String> taken) {
        for (long salt = seed; ; salt++) {
            SplittableRandom random = new SplittableRandom(salt * 0x9E3779B97F4A7C15L + seq);
            String id = "i-0%016x".formatted(random.nextLong());
            if (!taken.test(id)) {
                return id;
            }
        }
    }
}
