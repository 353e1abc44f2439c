package emptyrecord.network.core;

/** The decision on a reported change. */
public sealed interface Verdict {

    /** New: to be recorded, then {@linkplain Network#apply applied}. */
    record Fresh(NetworkChange change) implements Verdict {}

    /** The same change of the same instance was accepted before; nothing is done. */
    record AlreadyAccepted() implements Verdict {}

    /** {@code nm.queue-throttle} refuses the launch (F83). */
    record Throttled(int queueLength) implements Verdict {}

    /** The end of an instance that was never launched here, or is long forgotten, without the zone it ran in. */
    record UnknownInstance() implements Verdict {}

    /** The instance runs in another zone than the report says. */
    record OtherZone(Az home) implements Verdict {}
}
