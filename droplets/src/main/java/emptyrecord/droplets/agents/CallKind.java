package emptyrecord.droplets.agents;

/** What a droplet is called for. */
public enum CallKind {
    CHECK,
    CHANGE
}
