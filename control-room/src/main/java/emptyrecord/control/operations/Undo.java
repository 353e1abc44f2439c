package emptyrecord.control.operations;

import org.jspecify.annotations.Nullable;

/**
 * How a reset takes an operation back. Every operation has one, so none is forgotten silently.
 *
 * @param takeBack does it; null when there is nothing to do, or nothing that can be done
 * @param stays one clause: the effect that stays for good; empty when there is none
 */
public record Undo(@Nullable Runnable takeBack, String stays) {

    /** The action that takes it back; may be run although the operation was never performed. */
    public static Undo by(Runnable takeBack) {
        return new Undo(takeBack, "");
    }

    /**
     * For operations whose effect ends by itself, and for what a reset clears wherever it finds it: faults, guards,
     * holds.
     */
    public static Undo notNeeded() {
        return new Undo(null, "");
    }

    /** @param stays the effect that a reset cannot take back */
    public static Undo impossible(String stays) {
        return new Undo(null, stays);
    }
}
