package emptyrecord.route53.web;

import emptyrecord.route53.core.RecordData;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.Weighted;
import javax.xml.stream.XMLStreamException;

/** A record set as ListResourceRecordSets shows it. */
final class RecordSetXml {

    private RecordSetXml() {}

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
