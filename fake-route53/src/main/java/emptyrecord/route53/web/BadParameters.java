package emptyrecord.route53.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Query parameters that Tomcat cannot read, for example {@code %c0%af}, are refused in Route 53's XML like any other. */
@ControllerAdvice(
        assignableTypes = {
            ChangeController.class,
            HealthCheckController.class,
            HealthCheckRequestController.class,
            OtherOperations.class,
            RecordController.class,
            TagController.class,
            ZoneController.class,
            ZoneRequestController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class BadParameters {

    private final ApiFrame frame;

    BadParameters(ApiFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(InvalidParameterException e) {
        return frame.serve(Operation.Unknown, () -> {
            throw Route53Error.invalidInput("The query of this request cannot be read: " + e.getMessage());
        });
    }
}
