package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlNode;
import emptyrecord.route53.core.health.HealthCheck;
import emptyrecord.route53.core.health.HealthCheckConfig;
import emptyrecord.route53.health.HealthCheckStore;
import emptyrecord.route53.health.TargetCheck;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** CreateHealthCheck, UpdateHealthCheck, DeleteHealthCheck. */
@RestController
class HealthCheckRequestController {

    private static final String LOCATION = "https://route53.amazonaws.com/2013-04-01/healthcheck/";

    private final HealthCheckStore store;
    private final TargetCheck targets;
    private final ApiFrame frame;

    HealthCheckRequestController(HealthCheckStore store, TargetCheck targets, ApiFrame frame) {
        this.store = store;
        this.targets = targets;
        this.frame = frame;
    }

    @PostMapping({"/2013-04-01/healthcheck", "/2013-04-01/healthcheck/"})
    ResponseEntity<byte[]> create(InputStream body) {
        return frame.create(Operation.CreateHealthCheck, () -> {
            XmlNode request = SmallRequest.read("CreateHealthCheckRequest", body);
            String reference = SmallRequest.required(request, "CallerReference");
            XmlNode settings = request.child("HealthCheckConfig")
                    .orElseThrow(() -> Route53Error.invalidInput(
                            "Invalid XML ; CreateHealthCheckRequest needs a HealthCheckConfig"));
            HealthCheck made = Submissions.checked(() ->
                    Submissions.done(store.create(reference, targets.checked(HealthCheckReader.config(settings)))));
            byte[] document =
                    XmlAnswer.document("CreateHealthCheckResponse", answer -> HealthCheckXml.check(answer, made));
            return new ApiFrame.Made(LOCATION + made.id(), document);
        });
    }

    @PostMapping("/2013-04-01/healthcheck/{id}")
    ResponseEntity<byte[]> update(@PathVariable String id, InputStream body) {
        return frame.serve(Operation.UpdateHealthCheck, () -> {
            XmlNode request = SmallRequest.read("UpdateHealthCheckRequest", body);
            UnaryOperator<HealthCheckConfig> change =
                    before -> targets.checked(HealthCheckReader.updated(request, before));
            HealthCheck changed = Submissions.checked(
                    () -> Submissions.done(store.update(id, HealthCheckReader.version(request), change)));
            return XmlAnswer.document("UpdateHealthCheckResponse", answer -> HealthCheckXml.check(answer, changed));
        });
    }

    @DeleteMapping("/2013-04-01/healthcheck/{id}")
    ResponseEntity<byte[]> delete(@PathVariable String id) {
        return frame.serve(Operation.DeleteHealthCheck, () -> {
            Submissions.done(store.delete(id));
            return XmlAnswer.document("DeleteHealthCheckResponse", answer -> {});
        });
    }
}
