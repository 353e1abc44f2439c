package emptyrecord.control.page.core;

import org.jspecify.annotations.Nullable;

/**
 * The desk's conclusion about a place.
 *
 * @param role cause or symptom, see {@link Diagnosis}
 * @param because one clause: the observation there
 * @param of for a symptom: the ill place that explains it; null for customers whom no place refuses any more
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
