package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlWriter;
import emptyrecord.route53.core.RecordData;
import emptyrecord.route53.core.RecordSet;

/** A record set as ListResourceRecordSets shows it. */
final class RecordSetXml {

    /** Tags around a record set with a policy, a TTL or a target, and a health check, rounded up. */
    private static final int SET_BYTES = 360;

    /** Tags around a value, rounded up. */
    private static final int VALUE_BYTES = 64;

    private RecordSetXml() {}

    /** Upper bound on the bytes that {@link #write} writes. */
    static long bytesMax(RecordSet set) {
        long bytes = SET_BYTES
                + XmlWriter.bytesMax(set.name().text())
                + set.setIdentifier().map(XmlWriter::bytesMax).orElse(0L)
                + set.healthCheck().map(XmlWriter::bytesMax).orElse(0L);
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
            set.setIdentifier().ifPresent(id -> out.text("SetIdentifier", id));
            set.weighted().ifPresent(weighted -> out.text("Weight", weighted.weight()));
            set.failover().ifPresent(failover -> out.text("Failover", failover.role()));
            switch (set.data()) {
                case RecordData.Values values -> values(out, values);
                case RecordData.Alias alias ->
                    out.element(
                            "AliasTarget",
                            target -> target.text("HostedZoneId", alias.zone())
                                    .text("DNSName", alias.target())
                                    .text("EvaluateTargetHealth", alias.evaluateHealth()));
            }
            set.healthCheck().ifPresent(id -> out.text("HealthCheckId", id));
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
