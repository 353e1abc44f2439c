package emptyrecord.dwfm.instances;

/** A request that EC2 answers with an error. */
public final class Ec2Exception extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Ec2Error error;

    public Ec2Exception(Ec2Error error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    public Ec2Error error() {
        return error;
    }
}
