package emptyrecord.control.operations;

import org.jspecify.annotations.Nullable;

/**
 * How a reset takes back what an operation did. Every operation has one: nothing of it may be forgotten in silence.
 *
 * @param takeBack does it; null when there is nothing to do, or nothing that can be done
 * @param stays one clause: what stays for good; empty when nothing does
 */
public record Undo(@Nullable Runnable takeBack, String stays) {

    /** What takes it back; may be run although the operation was never performed. */
    public static Undo by(Runnable takeBack) {
        return new Undo(takeBack, "");
    }

    /** For what goes back to normal itself, and for what a reset clears wherever it finds it: faults, guards, holds. */
    public static Undo notNeeded() {
        return new Undo(null, "");
    }

    /** @param stays what a reset cannot take back */
    public static Undo impossible(String stays) {
        return new Undo(null, stays);
    }
}
