package emptyrecord.route53.web;

import emptyrecord.kit.limits.AnswerRoom;
import emptyrecord.kit.xml.XmlWriter;
import emptyrecord.route53.core.RecordKey;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.zones.ZoneStore;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** ListResourceRecordSets: a page of a zone, read from the sorted map without a copy. */
@RestController
class RecordController {

    private static final int ITEMS_MAX = 300;

    private final ZoneStore store;
    private final ApiFrame frame;
    private final AnswerRoom room;

    RecordController(ZoneStore store, ApiFrame frame, AnswerRoom room) {
        this.store = store;
        this.frame = frame;
        this.room = room;
    }

    /** The begin of a listing and its requested length, as they were sent. */
    record Wanted(
            @Nullable String name,
            @Nullable String type,
            @Nullable String identifier,
            @Nullable String maxitems) {}

    @GetMapping({"/2013-04-01/hostedzone/{id}/rrset", "/2013-04-01/hostedzone/{id}/rrset/"})
    void list(@PathVariable String id, Wanted wanted, HttpServletResponse response) throws IOException {
        try (AnswerRoom.Share share = room.share()) {
            ResponseEntity<byte[]> answer =
                    frame.serve(Operation.ListResourceRecordSets, () -> page(id, wanted, share));
            ApiFrame.send(answer, response);
        }
    }

    private byte[] page(String id, Wanted wanted, AnswerRoom.Share share) {
        ZoneData zone = store.zones().byId(id).orElseThrow(() -> Route53Error.noSuchZone(id));
        int max = Paging.items(wanted.maxitems(), ITEMS_MAX);
        RecordKey start = Paging.start(zone.apex(), wanted.name(), wanted.type(), wanted.identifier());
        RecordPage page = RecordPage.of(zone.from(start).iterator(), max);
        if (!share.take(page.bytes())) {
            throw Route53Error.of(
                    Route53Error.Code.Throttling,
                    "Rate exceeded: too many long pages are being sent; ask again, or with a smaller maxitems");
        }
        return XmlAnswer.document("ListResourceRecordSetsResponse", answer -> write(answer, page, max));
    }

    private static void write(XmlWriter answer, RecordPage page, int max) {
        answer.element("ResourceRecordSets", all -> {
            for (RecordSet set : page.sets()) {
                RecordSetXml.write(all, set);
            }
        });
        answer.text("IsTruncated", page.next().isPresent()).text("MaxItems", max);
        if (page.next().isPresent()) {
            RecordKey next = page.next().get();
            answer.text("NextRecordName", next.name()).text("NextRecordType", next.type());
            if (!next.setIdentifier().isEmpty()) {
                answer.text("NextRecordIdentifier", next.setIdentifier());
            }
        }
    }
}
