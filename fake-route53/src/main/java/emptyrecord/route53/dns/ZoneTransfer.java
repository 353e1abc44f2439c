package emptyrecord.route53.dns;

import emptyrecord.route53.core.Reach;
import emptyrecord.route53.core.RecordData;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.RecordType;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * A whole zone as AXFR messages (RFC 5936), for the doctor. DNS has no record for an ALIAS or a weight: an ALIAS is
 * written as the records that it can answer now, a weighted set as all that its children can answer; one that can
 * answer nothing is left out.
 */
final class ZoneTransfer {

    /** Bytes of records before the next message begins; well under the 65535 of a TCP message. */
    private static final int MESSAGE_BYTES = 16_384;

    private ZoneTransfer() {}

    static List<byte[]> messages(Zones zones, ZoneData zone, Message query) {
        List<byte[]> messages = new ArrayList<>();
        Message message = begin(query);
        int bytes = 0;
        for (Record record : records(zones, zone)) {
            int size = record.toWireCanonical().length;
            if (bytes + size > MESSAGE_BYTES) {
                messages.add(message.toWire());
                message = begin(query);
                bytes = 0;
            }
            message.addRecord(record, Section.ANSWER);
            bytes += size;
        }
        messages.add(message.toWire());
        return messages;
    }

    private static List<Record> records(Zones zones, ZoneData zone) {
        Set<Record> flat = new LinkedHashSet<>();
        for (RecordSet set : zone.records().values()) {
            if (set.type() != RecordType.SOA) {
                flat.addAll(
                        set.data() instanceof RecordData.Values v
                                ? v.records()
                                : Reach.of(zones, set.name(), set.type()).records());
            }
        }
        List<Record> all = new ArrayList<>(zone.soa().stream().toList());
        all.addAll(flat);
        zone.soa().ifPresent(all::add);
        return all;
    }

    private static Message begin(Message query) {
        Message message = Replies.begin(query);
        message.getHeader().setFlag(Flags.AA);
        return message;
    }
}
