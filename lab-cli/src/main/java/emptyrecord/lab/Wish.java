package emptyrecord.lab;

import org.jspecify.annotations.Nullable;

/**
 * How a region is wanted.
 *
 * @param speed incident seconds per real second; null: the platform's own
 * @param seed of everything random; null: the platform's own
 * @param keepData go on from the last region's data
 * @param uuidNames plans' trees are named by UUIDs, as in the night (F33)
 * @param token only who has the facilitator's token may change the region
 */
record Wish(@Nullable Double speed, @Nullable Long seed, boolean keepData, boolean uuidNames, boolean token) {

    /** With readable names and without a token. */
    Wish(@Nullable Double speed, @Nullable Long seed, boolean keepData) {
        this(speed, seed, keepData, false, false);
    }
}
