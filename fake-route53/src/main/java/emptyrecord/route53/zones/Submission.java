package emptyrecord.route53.zones;

import java.util.List;

/** The outcome of a ChangeResourceRecordSets request. */
public sealed interface Submission {

    /** It is in the journal and in every later control read; DNS follows. */
    record Accepted(ChangeInfo change) implements Submission {}

    /** Nothing was changed. */
    record Refused(List<String> reasons) implements Submission {}

    /** Another request held the zone for too long, or too many accepted batches wait for their way to DNS. */
    record Busy() implements Submission {}

    /** There is no such hosted zone. */
    record NoSuchZone() implements Submission {}
}
