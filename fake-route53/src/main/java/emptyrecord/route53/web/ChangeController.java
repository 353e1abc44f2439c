package emptyrecord.route53.web;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.zones.ChangeInfo;
import emptyrecord.route53.zones.Submission;
import emptyrecord.route53.zones.ZoneStore;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** ChangeResourceRecordSets and GetChange. */
@RestController
class ChangeController {

    /** Longest reason in an event; a batch of a thousand wrong changes has a long one. */
    private static final int REASON_MAX = 400;

    private final ZoneStore store;
    private final ApiFrame frame;
    private final EventLog events;
    private final BatchRequests requests;
    private final BatchTrace trace;

    ChangeController(ZoneStore store, ApiFrame frame, EventLog events, BatchRequests requests, BatchTrace trace) {
        this.trace = trace;
        this.store = store;
        this.frame = frame;
        this.events = events;
        this.requests = requests;
    }

    @PostMapping({"/2013-04-01/hostedzone/{id}/rrset", "/2013-04-01/hostedzone/{id}/rrset/"})
    ResponseEntity<byte[]> change(
            @PathVariable String id,
            @RequestHeader(value = TraceContext.HEADER, required = false) @Nullable String caller,
            InputStream body) {
        return frame.serve(Operation.ChangeResourceRecordSets, () -> {
            String apex = store.zones()
                    .byId(id)
                    .map(zone -> zone.apex().text())
                    .orElseThrow(() -> Route53Error.noSuchZone(id));
            ChangeBatch batch = requests.read(body);
            Submission outcome = trace.submit(apex, batch, TraceContext.of(caller), () -> store.submit(id, batch));
            if (outcome instanceof Submission.Refused refused) {
                recordRefused(id, refused.reasons());
            }
            ChangeInfo change = Submissions.accepted(id, outcome).change();
            return XmlAnswer.document("ChangeResourceRecordSetsResponse", answer -> ZoneXml.change(answer, change));
        });
    }

    @GetMapping("/2013-04-01/change/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id) {
        return frame.serve(Operation.GetChange, () -> {
            ChangeInfo change = store.change(id)
                    .orElseThrow(() ->
                            Route53Error.of(Route53Error.Code.NoSuchChange, "Could not find resource with ID: " + id));
            return XmlAnswer.document("GetChangeResponse", answer -> ZoneXml.change(answer, change));
        });
    }

    private void recordRefused(String zone, List<String> reasons) {
        String reason = String.join("; ", reasons);
        events.recordRequested(
                EventKind.CHANGE_REFUSED,
                Map.of(EventId.ZONE, zone, EventId.REASON, reason.substring(0, Math.min(REASON_MAX, reason.length()))));
    }
}
