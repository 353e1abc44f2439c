package emptyrecord.route53.dns;

import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.Reach;
import emptyrecord.route53.core.RecordData;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.RecordType;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * A whole zone as AXFR messages (RFC 5936), for the doctor. DNS has no record for an ALIAS or a weight. An ALIAS is
 * written as the records that it can answer now, a weighted set as all that its children can answer; one that can
 * answer nothing is left out. Messages are made one by one as they are requested, from one moment of the zones.
 */
final class ZoneTransfer implements Iterable<byte[]> {

    /** Bytes of records before the next message begins; well under the 65535 of a TCP message. */
    private static final int MESSAGE_BYTES = 16_384;

    private final Zones zones;
    private final Health health;
    private final ZoneData zone;
    private final Message query;

    ZoneTransfer(Published published, ZoneData zone, Message query) {
        this.zones = published.zones();
        this.health = published.health();
        this.zone = zone;
        this.query = query;
    }

    @Override
    public Iterator<byte[]> iterator() {
        Stream<Record> flat = zone.records().values().stream()
                .filter(set -> set.type() != RecordType.SOA)
                .flatMap(set -> records(set).stream())
                .filter(new OncePerName()::isNew);
        Stream<Record> soaAndAll = Stream.concat(zone.soa().stream(), flat);
        return new Messages(Stream.concat(soaAndAll, zone.soa().stream()).iterator());
    }

    private Collection<Record> records(RecordSet set) {
        return set.data() instanceof RecordData.Values v
                ? v.records()
                : Reach.of(zones, health, new Reach.Question(set.name(), set.type()))
                        .records();
    }

    /** Children of a weighted set may answer the same; they stand together. */
    private static final class OncePerName {

        private final Set<Record> seen = new HashSet<>();

        boolean isNew(Record record) {
            if (seen.stream().findFirst().filter(r -> r.sameRRset(record)).isEmpty()) {
                seen.clear();
            }
            return seen.add(record);
        }
    }

    private final class Messages implements Iterator<byte[]> {

        private final Iterator<Record> records;

        Messages(Iterator<Record> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public byte[] next() {
            Message message = Replies.begin(query);
            message.getHeader().setFlag(Flags.AA);
            int bytes = 0;
            do {
                Record record = records.next();
                message.addRecord(record, Section.ANSWER);
                bytes += record.toWireCanonical().length;
            } while (bytes < MESSAGE_BYTES && records.hasNext());
            return message.toWire();
        }
    }
}
