package emptyrecord.control.page.core;

import java.util.Set;

/**
 * An observation of a place by itself.
 *
 * @param because one clause: the observation there
 * @param blames places that would explain it, if they are ill: the one that refuses, or does not deliver; empty where
 *     the trouble is the place's own, as silence is
 */
record Seen(Health health, String because, Set<Place> blames) {

    Seen {
        blames = Set.copyOf(blames);
    }

    Seen(Health health, String because) {
        this(health, because, Set.of());
    }

    static Seen silent() {
        return new Seen(Health.FAILING, "does not answer");
    }

    static Seen unknown() {
        return new Seen(Health.UNKNOWN, "not seen yet");
    }
}
