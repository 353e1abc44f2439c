package emptyrecord.night.judge;

import java.util.OptionalDouble;

/** The result of a measure in a night. */
sealed interface Measure {

    /** A moment. {@code last}: it can move until its window has passed, as "errors end" does. */
    record Moment(OptionalDouble at, boolean last, String detail) implements Measure {}

    /** A level over a span: met or not, once the span has been seen. */
    record Level(boolean met, boolean seen, String detail) implements Measure {}

    static Measure moment(OptionalDouble at) {
        return new Moment(at, false, "");
    }

    static Measure last(OptionalDouble at, String detail) {
        return new Moment(at, true, detail);
    }
}
