package emptyrecord.route53.web;

import emptyrecord.route53.core.RecordData;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.Weighted;
import javax.xml.stream.XMLStreamException;

/** A record set as ListResourceRecordSets shows it. */
final class RecordSetXml {

    /** Tags around a record set with a weight, a TTL or a target, rounded up. */
    private static final int SET_BYTES = 320;

    /** Tags around a value, rounded up. */
    private static final int VALUE_BYTES = 64;

    private RecordSetXml() {}

    /** At most so many bytes does {@link #write} write. */
    static long bytesMax(RecordSet set) {
        long bytes = SET_BYTES
                + XmlAnswer.bytesMax(set.name().text())
                + set.weighted().map(w -> XmlAnswer.bytesMax(w.setIdentifier())).orElse(0L);
        return switch (set.data()) {
            case RecordData.Values values ->
                bytes
                        + values.texts().stream()
                                .mapToLong(text -> VALUE_BYTES + XmlAnswer.bytesMax(text))
                                .sum();
            case RecordData.Alias alias ->
                bytes + XmlAnswer.bytesMax(alias.target().text());
        };
    }

    static void write(XmlAnswer answer, RecordSet set) throws XMLStreamException {
        answer.element("ResourceRecordSet", out -> {
            out.text("Name", set.name()).text("Type", set.type());
            if (set.weighted().isPresent()) {
                Weighted weighted = set.weighted().get();
                out.text("SetIdentifier", weighted.setIdentifier()).text("Weight", weighted.weight());
            }
            switch (set.data()) {
                case RecordData.Values values -> values(out, values);
                case RecordData.Alias alias ->
                    out.element(
                            "AliasTarget",
                            target -> target.text("HostedZoneId", alias.zone())
                                    .text("DNSName", alias.target())
                                    .text("EvaluateTargetHealth", alias.evaluateHealth()));
            }
        });
    }

    private static void values(XmlAnswer out, RecordData.Values values) throws XMLStreamException {
        out.text("TTL", values.ttl()).element("ResourceRecords", records -> {
            for (String text : values.texts()) {
                records.element("ResourceRecord", record -> record.text("Value", text));
            }
        });
    }
}
