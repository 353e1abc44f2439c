package emptyrecord.route53.core;

/**
 * The place of a record set among those of the same name and type, of which there is one for each role.
 *
 * @param setIdentifier distinguishes it from its sibling, 1 to 128 characters
 */
public record Failover(String setIdentifier, Role role) {

    /** Route 53's words. */
    public enum Role {
        PRIMARY,
        SECONDARY
    }

    public Failover {
        Weighted.checkIdentifier(setIdentifier);
    }
}
