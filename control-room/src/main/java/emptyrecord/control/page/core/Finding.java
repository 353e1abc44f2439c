package emptyrecord.control.page.core;

import org.jspecify.annotations.Nullable;

/**
 * What the desk makes of a place.
 *
 * @param role cause or symptom, see {@link Diagnosis}
 * @param because one clause: what is seen there
 * @param of for a symptom: the ill place that explains it; null for customers whom nobody refuses any more
 */
public record Finding(
        Place place,
        Health health,
        Role role,
        String because,
        @Nullable Place of) {

    /** Whether an ill place carries its own fault or suffers from another's. */
    public enum Role {
        NONE,
        CAUSE,
        SYMPTOM
    }
}
