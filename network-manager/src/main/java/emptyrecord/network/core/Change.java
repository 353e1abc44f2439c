package emptyrecord.network.core;

/** What happened to an instance: each is one propagation task in every zone (F60). */
public enum Change {
    LAUNCHED,
    TERMINATED
}
