package emptyrecord.nlb.core;

/** Network Manager's answer about the network state of an instance. */
public enum Propagated {
    /** Propagated in every zone: it stays so for the instance's life. */
    EVERYWHERE,
    /** Missing in at least one zone. */
    NOT_EVERYWHERE,
    /** Network Manager cannot say. */
    UNKNOWN
}
