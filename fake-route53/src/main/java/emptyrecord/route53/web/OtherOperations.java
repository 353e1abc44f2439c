package emptyrecord.route53.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** ListHealthChecks, of which there are none, and the answer to operations that are not served. */
@RestController
class OtherOperations {

    private static final int ITEMS_MAX = 100;

    private final ApiFrame frame;

    OtherOperations(ApiFrame frame) {
        this.frame = frame;
    }

    @GetMapping("/2013-04-01/healthcheck")
    ResponseEntity<byte[]> healthChecks(
            @RequestParam @Nullable String marker, @RequestParam @Nullable String maxitems) {
        return frame.serve(Operation.ListHealthChecks, () -> {
            int max = Paging.items(maxitems, ITEMS_MAX);
            return XmlAnswer.document(
                    "ListHealthChecksResponse",
                    answer -> answer.element("HealthChecks", all -> {})
                            .text("Marker", marker == null ? "" : marker)
                            .text("IsTruncated", false)
                            .text("MaxItems", max));
        });
    }

    @RequestMapping("/2013-04-01/**")
    ResponseEntity<byte[]> unserved() {
        return frame.serve(Operation.Unknown, () -> {
            throw Route53Error.of(
                    Route53Error.Code.InvalidAction,
                    "This operation is not served here; fake-route53's README lists those that are.");
        });
    }
}
