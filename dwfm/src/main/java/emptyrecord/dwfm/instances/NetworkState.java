package emptyrecord.dwfm.instances;

/**
 * News for the Network Manager. Sent at least once; the receiver recognizes repetitions by (instance, change).
 *
 * @param az Availability Zone of the instance
 * @param change {@code LAUNCHED} or {@code TERMINATED}
 */
public record NetworkState(String instanceId, String az, Change change) {

    /** The change of the instance. */
    public enum Change {
        LAUNCHED,
        TERMINATED
    }
}
