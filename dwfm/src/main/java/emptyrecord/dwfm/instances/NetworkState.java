package emptyrecord.dwfm.instances;

/**
 * News for the Network Manager. Sent at least once; the receiver tells repetitions by (instance, change).
 *
 * @param az Availability Zone of the instance
 * @param change {@code LAUNCHED} or {@code TERMINATED}
 */
public record NetworkState(String instanceId, String az, Change change) {

    /** What happened to the instance. */
    public enum Change {
        LAUNCHED,
        TERMINATED
    }
}
