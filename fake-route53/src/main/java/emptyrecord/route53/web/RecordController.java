package emptyrecord.route53.web;

import emptyrecord.route53.core.RecordKey;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.zones.ZoneStore;
import java.util.Iterator;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** ListResourceRecordSets: a page of a zone, read from the sorted map without a copy. */
@RestController
class RecordController {

    private static final int ITEMS_MAX = 300;

    private final ZoneStore store;
    private final ApiFrame frame;

    RecordController(ZoneStore store, ApiFrame frame) {
        this.store = store;
        this.frame = frame;
    }

    @GetMapping({"/2013-04-01/hostedzone/{id}/rrset", "/2013-04-01/hostedzone/{id}/rrset/"})
    ResponseEntity<byte[]> list(
            @PathVariable String id,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable String type,
            @RequestParam @Nullable String identifier,
            @RequestParam @Nullable String maxitems) {
        return frame.serve(Operation.ListResourceRecordSets, () -> {
            ZoneData zone = store.zones().byId(id).orElseThrow(() -> Route53Error.noSuchZone(id));
            int max = Paging.items(maxitems, ITEMS_MAX);
            RecordKey start = Paging.start(zone.apex(), name, type, identifier);
            return XmlAnswer.document("ListResourceRecordSetsResponse", answer -> page(answer, zone, start, max));
        });
    }

    private static void page(XmlAnswer answer, ZoneData zone, RecordKey start, int max) throws XMLStreamException {
        Iterator<RecordSet> sets = zone.from(start).iterator();
        answer.element("ResourceRecordSets", all -> {
            for (int i = 0; i < max && sets.hasNext(); i++) {
                RecordSetXml.write(all, sets.next());
            }
        });
        answer.text("IsTruncated", sets.hasNext()).text("MaxItems", max);
        if (sets.hasNext()) {
            RecordKey next = sets.next().key();
            answer.text("NextRecordName", next.name()).text("NextRecordType", next.type());
            if (!next.setIdentifier().isEmpty()) {
                answer.text("NextRecordIdentifier", next.setIdentifier());
            }
        }
    }
}
