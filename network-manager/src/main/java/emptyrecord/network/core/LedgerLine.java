package emptyrecord.network.core;

import java.time.Instant;

/**
 * A line of the Network Manager's memory on disk.
 *
 * @param kind of the line
 * @param number of the accepted change that it is about
 * @param instance the instance's id
 * @param az ACCEPTED: the instance's home zone; else the zone that has finished the change
 * @param change LAUNCHED or TERMINATED
 * @param placement how often the instance was placed
 * @param at when, incident time
 */
public record LedgerLine(Kind kind, long number, String instance, String az, Change change, int placement, Instant at) {

    /** The kinds of lines. */
    public enum Kind {
        ACCEPTED,
        PUSHED,
        SKIPPED
    }

    public static LedgerLine of(NetworkChange accepted) {
        return new LedgerLine(
                Kind.ACCEPTED,
                accepted.number(),
                accepted.instance().value(),
                accepted.home().name(),
                accepted.change(),
                accepted.placement(),
                accepted.at());
    }

    /** The same line, at most at {@code limit}: after a restart at another speed the clock may have stepped back. */
    LedgerLine notAfter(Instant limit) {
        return at.isAfter(limit) ? new LedgerLine(kind, number, instance, az, change, placement, limit) : this;
    }

    public static LedgerLine of(Settled settled) {
        NetworkChange about = settled.change();
        Kind kind = settled.outcome() == Settled.Outcome.SKIPPED ? Kind.SKIPPED : Kind.PUSHED;
        return new LedgerLine(
                kind,
                about.number(),
                about.instance().value(),
                settled.zone().name(),
                about.change(),
                about.placement(),
                settled.at());
    }
}
