package emptyrecord.dwfm.instances;

/** The table of instances could not be read or written. */
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Effect effect;

    /** What a write may have done. */
    public enum Effect {
        /** Nothing: it never arrived, or the table refused it. */
        NONE,
        /** The table has other rows than the writer thought, so nothing. */
        CONFLICT,
        /** It was sent, and the answer is missing. */
        UNKNOWN
    }

    /** @param message why, for callers of EC2's API */
    public TableException(Effect effect, String message) {
        super(message, null, false, false);
        this.effect = effect;
    }

    public Effect effect() {
        return effect;
    }

    /** What EC2's callers get: the front end cannot do its work. */
    Ec2Exception asEc2() {
        return new Ec2Exception(Ec2Error.INTERNAL_ERROR, "An internal error has occurred: " + getMessage());
    }
}
