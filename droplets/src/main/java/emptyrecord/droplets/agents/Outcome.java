package emptyrecord.droplets.agents;

/** How a call ended. */
public enum Outcome {
    OBEYED,
    /** See {@link emptyrecord.droplets.core.Refusal}. */
    REFUSED,
    /** The caller has given up before the droplet answered. */
    CANCELLED,
    /** The call has a bad form, or its droplet is not hosted here. */
    REJECTED,
    /** Too many calls are in flight. */
    TURNED_AWAY,
    /** The droplet's memory could not be written. */
    FAILED
}
