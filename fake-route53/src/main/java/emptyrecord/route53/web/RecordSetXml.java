package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlWriter;
import emptyrecord.route53.core.RecordData;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.Weighted;

/** A record set as ListResourceRecordSets shows it. */
final class RecordSetXml {

    /** Tags around a record set with a weight, a TTL or a target, rounded up. */
    private static final int SET_BYTES = 320;

    /** Tags around a value, rounded up. */
    private static final int VALUE_BYTES = 64;

    private RecordSetXml() {}

    /** Upper bound on the bytes that {@link #write} writes. */
    static long bytesMax(RecordSet set) {
        long bytes = SET_BYTES
                + XmlWriter.bytesMax(set.name().text())
                + set.weighted().map(w -> XmlWriter.bytesMax(w.setIdentifier())).orElse(0L);
        return switch (set.data()) {
            case RecordData.Values values ->
                bytes
                        + values.texts().stream()
                                .mapToLong(text -> VALUE_BYTES + XmlWriter.bytesMax(text))
                                .sum();
            case RecordData.Alias alias ->
                bytes + XmlWriter.bytesMax(alias.target().text());
        };
    }

    static void write(XmlWriter answer, RecordSet set) {
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

    private static void values(XmlWriter out, RecordData.Values values) {
        out.text("TTL", values.ttl()).element("ResourceRecords", records -> {
            for (String text : values.texts()) {
                records.element("ResourceRecord", record -> record.text("Value", text));
            }
        });
    }
}
