package emptyrecord.dwfm.web;

import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceStore;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Launcher;
import emptyrecord.dwfm.instances.Terminator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * EC2's face: {@code POST /} in the query protocol, for {@code aws ec2 … --endpoint-url}. Errors are EC2's own XML with EC2's
 * codes, no problem details.
 */
@RestController
public class Ec2Controller {

    private static final Logger log = LoggerFactory.getLogger(Ec2Controller.class);

    /** Instances per request (our choice). */
    private static final int COUNT_MAX = 10;

    private final Launcher launcher;
    private final Terminator terminator;
    private final InstanceStore store;
    private final Fleet fleet;

    public Ec2Controller(Launcher launcher, Terminator terminator, InstanceStore store, Fleet fleet) {
        this.launcher = launcher;
        this.terminator = terminator;
        this.store = store;
        this.fleet = fleet;
    }

    @PostMapping(path = "/", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> call(@RequestParam Map<String, String> parameters) {
        try {
            return xml(200, answer(new Ec2Form(parameters)));
        } catch (Ec2Exception e) {
            return xml(e.error().status(), Ec2Answers.error(e.error().code(), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("request failed");
            return xml(500, Ec2Answers.error("InternalError", "This is a defect of the service; its log has more."));
        }
    }

    private String answer(Ec2Form form) {
        return switch (form.action()) {
            case "RunInstances" -> Ec2Answers.launched(launcher.launch(spec(form)));
            case "TerminateInstances" -> Ec2Answers.terminated(terminator.terminate(ids(form)));
            case "DescribeInstances" -> {
                Selection.Page page = Selection.of(form).page(store.all());
                yield Ec2Answers.described(page.instances(), page.nextToken());
            }
            case "DescribeInstanceStatus" -> statuses(form);
            case "DescribeAvailabilityZones" -> Ec2Answers.zones(fleet.shape().zones());
            default ->
                throw new Ec2Exception(
                        Ec2Error.INVALID_ACTION,
                        "The action " + form.action()
                                + " is not valid here; known are RunInstances, TerminateInstances, DescribeInstances,"
                                + " DescribeInstanceStatus, DescribeAvailabilityZones");
        };
    }

    private String statuses(Ec2Form form) {
        boolean all = form.text("IncludeAllInstances").filter("true"::equals).isPresent();
        List<Instance> candidates = store.all().stream()
                .filter(i -> all || i.state() == Instance.State.RUNNING)
                .toList();
        Selection.Page page = Selection.of(form).page(candidates);
        return Ec2Answers.statuses(page.instances(), page.nextToken());
    }

    private LaunchSpec spec(Ec2Form form) {
        form.required("MinCount");
        form.required("MaxCount");
        int min = form.number("MinCount", 0);
        int max = form.number("MaxCount", 0);
        if (min < 1 || max < min || max > COUNT_MAX) {
            throw Ec2Form.invalid("MaxCount", min + ".." + max, "counts must lie between 1 and " + COUNT_MAX);
        }
        LaunchSpec.Kind kind = new LaunchSpec.Kind(
                form.required("ImageId"), form.text("InstanceType").orElse("m1.small"), form.tags());
        return new LaunchSpec(min, max, zone(form), form.text("ClientToken").orElse(""), kind);
    }

    private String zone(Ec2Form form) {
        String zone = form.text("Placement.AvailabilityZone").orElse("");
        if (!zone.isEmpty() && !fleet.shape().zones().contains(zone)) {
            throw Ec2Form.invalid(
                    "Availability Zone", zone, "the zones are " + fleet.shape().zones());
        }
        return zone;
    }

    private static List<String> ids(Ec2Form form) {
        List<String> ids = form.list("InstanceId").stream().distinct().toList();
        if (ids.isEmpty()) {
            throw new Ec2Exception(Ec2Error.MISSING_PARAMETER, "The request must contain the parameter InstanceId");
        }
        ids.stream().filter(id -> !id.matches("i-[0-9a-f]{8,17}")).findFirst().ifPresent(id -> {
            throw new Ec2Exception(Ec2Error.INVALID_INSTANCE_ID_MALFORMED, "Invalid id: \"" + id + "\"");
        });
        return ids;
    }

    private static ResponseEntity<String> xml(int status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/xml;charset=UTF-8"))
                .body(body);
    }
}
