package emptyrecord.nlb.client;

import java.time.Duration;
import java.util.SortedSet;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The load balancer's name in Route 53: one multi-value A record set, always written whole. */
public final class AddressRecord {

    private final Route53Client route53;
    private final String zoneId;
    private final String name;
    private final Duration ttl;

    public AddressRecord(Route53Client route53, String zoneId, String name, Duration ttl) {
        this.route53 = route53;
        this.zoneId = zoneId;
        this.name = name;
        this.ttl = ttl;
    }

    void upsert(SortedSet<String> addresses) {
        ResourceRecordSet records = ResourceRecordSet.builder()
                .name(name)
                .type(RRType.A)
                .ttl(ttl.toSeconds())
                .resourceRecords(addresses.stream()
                        .map(a -> ResourceRecord.builder().value(a).build())
                        .toList())
                .build();
        Change change = Change.builder()
                .action(ChangeAction.UPSERT)
                .resourceRecordSet(records)
                .build();
        route53.changeResourceRecordSets(
                request -> request.hostedZoneId(zoneId).changeBatch(batch -> batch.changes(change)));
    }
}
