package emptyrecord.lab.platform;

import org.jspecify.annotations.Nullable;

/** Options of a start for tests: options that are not given are as in a plain {@code ./lab up}. */
public final class TestStarts {

    private TestStarts() {}

    public static StartOptions plain() {
        return of(null, null, false);
    }

    public static StartOptions of(@Nullable Double speed, @Nullable Long seed, boolean keepData) {
        return new StartOptions(speed, seed, keepData, false, false, false, false, null);
    }
}
