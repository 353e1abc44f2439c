package emptyrecord.network.core;

/** The change of an instance: each is one propagation task in every zone (F60). */
public enum Change {
    LAUNCHED,
    TERMINATED
}
