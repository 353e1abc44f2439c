package emptyrecord.route53.zones;

import emptyrecord.route53.core.ZoneData;
import java.util.List;

/** The outcome of a request that changes a zone. */
public sealed interface Submission {

    /**
     * It is in the journal and in every later control read; DNS follows.
     *
     * @param zone after the change; of a deletion the zone that is gone
     */
    record Accepted(ChangeInfo change, ZoneData zone) implements Submission {}

    /** The zone's profile is in the journal and in every later control read; DNS does not need it. */
    record Described(ZoneData zone) implements Submission {}

    /** Nothing was changed: the batch breaks a rule. */
    record Refused(List<String> reasons) implements Submission {}

    /** Nothing was changed: there can be no such zone, or it must stay. */
    record Rejected(Rejection rejection, String message) implements Submission {}

    /** Another request held the zone for too long, or too many accepted batches wait for their way to DNS. */
    record Busy() implements Submission {}

    /** There is no such hosted zone. */
    record NoSuchZone() implements Submission {}

    /** Route 53's own codes. */
    enum Rejection {
        ConflictingDomainExists,
        HostedZoneAlreadyExists,
        HostedZoneNotEmpty,
        InvalidInput,
        TooManyHostedZones
    }
}
