package emptyrecord.route53.web;

import emptyrecord.kit.limits.AnswerRoom;
import emptyrecord.route53.core.health.HealthCheck;
import emptyrecord.route53.core.health.HealthCheckType;
import emptyrecord.route53.health.HealthBoard;
import emptyrecord.route53.health.HealthCheckStore;
import emptyrecord.route53.health.Observation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * ListHealthChecks, GetHealthCheck, GetHealthCheckCount, GetHealthCheckStatus and GetHealthCheckLastFailureReason.
 */
@RestController
class HealthCheckController {

    private static final int ITEMS_MAX = 100;

    private final HealthCheckStore store;
    private final HealthBoard board;
    private final ApiFrame frame;
    private final AnswerRoom room;

    HealthCheckController(HealthCheckStore store, HealthBoard board, ApiFrame frame, AnswerRoom room) {
        this.room = room;
        this.store = store;
        this.board = board;
        this.frame = frame;
    }

    @GetMapping({"/2013-04-01/healthcheck", "/2013-04-01/healthcheck/"})
    void list(
            @RequestParam @Nullable String marker,
            @RequestParam @Nullable String maxitems,
            HttpServletResponse response)
            throws IOException {
        try (AnswerRoom.Share share = room.share()) {
            ResponseEntity<byte[]> answer =
                    frame.serve(Operation.ListHealthChecks, () -> page(marker, maxitems, share));
            ApiFrame.send(answer, response);
        }
    }

    private byte[] page(@Nullable String marker, @Nullable String maxitems, AnswerRoom.Share share) {
        int max = Paging.items(maxitems, ITEMS_MAX);
        Stream<HealthCheck> all = store.all().stream()
                .filter(check -> marker == null || check.id().compareTo(marker) >= 0);
        HealthCheckPage page = HealthCheckPage.of(all.iterator(), max);
        if (!share.take(page.bytes())) {
            throw Route53Error.of(
                    Route53Error.Code.Throttling,
                    "Rate exceeded: too many long pages are being sent; ask again, or with a smaller maxitems");
        }
        return XmlAnswer.document("ListHealthChecksResponse", answer -> {
            answer.element(
                            "HealthChecks",
                            checks -> page.checks().forEach(check -> HealthCheckXml.check(checks, check)))
                    .text("Marker", marker == null ? "" : marker)
                    .text("IsTruncated", page.next().isPresent());
            page.next().ifPresent(next -> answer.text("NextMarker", next));
            answer.text("MaxItems", max);
        });
    }

    @GetMapping("/2013-04-01/healthcheckcount")
    ResponseEntity<byte[]> count() {
        return frame.serve(
                Operation.GetHealthCheckCount,
                () -> XmlAnswer.document(
                        "GetHealthCheckCountResponse",
                        answer -> answer.text("HealthCheckCount", store.all().size())));
    }

    @GetMapping("/2013-04-01/healthcheck/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id) {
        return frame.serve(Operation.GetHealthCheck, () -> {
            HealthCheck check = check(id);
            return XmlAnswer.document("GetHealthCheckResponse", answer -> HealthCheckXml.check(answer, check));
        });
    }

    @GetMapping("/2013-04-01/healthcheck/{id}/status")
    ResponseEntity<byte[]> status(@PathVariable String id) {
        return frame.serve(Operation.GetHealthCheckStatus, () -> observed(id, "GetHealthCheckStatus", board::reports));
    }

    @GetMapping("/2013-04-01/healthcheck/{id}/lastfailurereason")
    ResponseEntity<byte[]> lastFailure(@PathVariable String id) {
        return frame.serve(
                Operation.GetHealthCheckLastFailureReason,
                () -> observed(id, "GetHealthCheckLastFailureReason", board::failures));
    }

    private byte[] observed(String id, String operation, Function<String, List<Observation>> which) {
        if (check(id).config().type() == HealthCheckType.CALCULATED) {
            throw Route53Error.invalidInput(operation + " is for health checks that check an endpoint; ask it of the"
                    + " ChildHealthChecks of " + id);
        }
        List<Observation> observations = which.apply(id);
        return XmlAnswer.document(operation + "Response", answer -> HealthCheckXml.observations(answer, observations));
    }

    private HealthCheck check(String id) {
        return store.find(id).orElseThrow(() -> Route53Error.noSuchHealthCheck(id));
    }
}
