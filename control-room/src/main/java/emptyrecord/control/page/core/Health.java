package emptyrecord.control.page.core;

/** How a place does, by itself; ordered by gravity. */
public enum Health {
    UNKNOWN,
    WELL,
    STRAINED,
    FAILING;

    public boolean ill() {
        return this == STRAINED || this == FAILING;
    }

    public Health or(Health other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
