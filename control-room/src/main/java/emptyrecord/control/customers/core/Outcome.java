package emptyrecord.control.customers.core;

/** The outcome of one try. An outcome has three values: it worked, it failed, it was never tried. */
public sealed interface Outcome {

    record Worked() implements Outcome {}

    /** The call was made and failed. */
    record Failed(String reason) implements Outcome {}

    /** No call was made: the name gave no address. {@code reason} tells an empty answer from a dead server. */
    record NeverTried(String reason) implements Outcome {}

    default String tag() {
        return switch (this) {
            case Worked w -> "worked";
            case Failed f -> "failed";
            case NeverTried n -> "never_tried";
        };
    }
}
