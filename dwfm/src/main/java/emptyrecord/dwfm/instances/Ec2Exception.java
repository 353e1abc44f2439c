package emptyrecord.dwfm.instances;

import java.util.List;

/** A request that EC2 answers with an error. */
public final class Ec2Exception extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Ec2Error error;

    public Ec2Exception(Ec2Error error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    /** @param ids instances that do not exist, at least one */
    public static Ec2Exception unknown(List<String> ids) {
        String named = ids.size() == 1
                ? "The instance ID '" + ids.getFirst() + "' does not exist"
                : "The instance IDs '" + String.join(", ", ids) + "' do not exist";
        return new Ec2Exception(Ec2Error.INVALID_INSTANCE_ID_NOT_FOUND, named);
    }

    static Ec2Exception wrongState(String message) {
        return new Ec2Exception(Ec2Error.INCORRECT_INSTANCE_STATE, message);
    }

    public Ec2Error error() {
        return error;
    }
}
