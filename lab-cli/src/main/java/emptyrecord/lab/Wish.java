package emptyrecord.lab;

import org.jspecify.annotations.Nullable;

/**
 * How a region is wanted.
 *
 * @param speed incident seconds per real second; null: the platform's own
 * @param seed of everything random; null: the platform's own
 * @param keepData go on from the last region's data
 */
record Wish(@Nullable Double speed, @Nullable Long seed, boolean keepData) {}
