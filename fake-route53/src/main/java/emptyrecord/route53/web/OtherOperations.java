package emptyrecord.route53.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The answer to operations that are not served. */
@RestController
class OtherOperations {

    private final ApiFrame frame;

    OtherOperations(ApiFrame frame) {
        this.frame = frame;
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
