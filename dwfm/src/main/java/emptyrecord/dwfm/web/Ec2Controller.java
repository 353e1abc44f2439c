package emptyrecord.dwfm.web;

import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceStore;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Launcher;
import emptyrecord.dwfm.instances.Terminator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
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
    private final AnswerTurns turns = new AnswerTurns(4, Duration.ofSeconds(5));

    public Ec2Controller(Launcher launcher, Terminator terminator, InstanceStore store, Fleet fleet) {
        this.launcher = launcher;
        this.terminator = terminator;
        this.store = store;
        this.fleet = fleet;
    }

    /** @param instances how many the answer describes */
    private record Reply(int status, int instances, Supplier<String> body) {
        static Reply of(List<Instance> instances, Supplier<String> body) {
            return new Reply(200, instances.size(), body);
        }

        static Reply error(String code, int status, String message) {
            return new Reply(status, 0, () -> Ec2Answers.error(code, message));
        }
    }

    @PostMapping(path = "/", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    void call(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Reply reply = reply(() -> answer(Ec2Bounds.form(parameters)));
        try (AnswerTurns.Turn turn = turns.take(reply.instances())) {
            send(reply, response);
        } catch (Ec2Exception noTurn) {
            send(error(noTurn), response);
        }
    }

    private static Reply reply(Supplier<Reply> answer) {
        try {
            return answer.get();
        } catch (Ec2Exception e) {
            return error(e);
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("request failed");
            return Reply.error("InternalError", 500, "This is a defect of the service; its log has more.");
        }
    }

    private static Reply error(Ec2Exception e) {
        return Reply.error(e.error().code(), e.error().status(), String.valueOf(e.getMessage()));
    }

    private static void send(Reply reply, HttpServletResponse response) throws IOException {
        byte[] body = reply.body().get().getBytes(StandardCharsets.UTF_8);
        response.setStatus(reply.status());
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Reply answer(Ec2Form form) {
        return switch (form.action()) {
            case "RunInstances" -> {
                List<Instance> launched = launcher.launch(spec(form));
                yield Reply.of(launched, () -> Ec2Answers.launched(launched));
            }
            case "TerminateInstances" -> {
                List<Terminator.Accepted> accepted = terminator.terminate(ids(form));
                yield new Reply(200, 0, () -> Ec2Answers.terminated(accepted));
            }
            case "DescribeInstances" -> {
                Selection.Page page = Selection.of(form).page(store.all());
                yield Reply.of(page.instances(), () -> Ec2Answers.described(page.instances(), page.nextToken()));
            }
            case "DescribeInstanceStatus" -> statuses(form);
            case "DescribeAvailabilityZones" ->
                new Reply(200, 0, () -> Ec2Answers.zones(fleet.shape().zones()));
            default ->
                throw new Ec2Exception(
                        Ec2Error.INVALID_ACTION,
                        "The action " + Ec2Bounds.shortened(form.action())
                                + " is not valid here; known are RunInstances, TerminateInstances, DescribeInstances,"
                                + " DescribeInstanceStatus, DescribeAvailabilityZones");
        };
    }

    private Reply statuses(Ec2Form form) {
        boolean all = form.text("IncludeAllInstances").filter("true"::equals).isPresent();
        List<Instance> candidates = store.all().stream()
                .filter(i -> all || i.state() == Instance.State.RUNNING)
                .toList();
        Selection.Page page = Selection.of(form).page(candidates);
        return Reply.of(page.instances(), () -> Ec2Answers.statuses(page.instances(), page.nextToken()));
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
        return new LaunchSpec(min, max, zone(form), token(form), kind);
    }

    private static LaunchSpec.ClientToken token(Ec2Form form) {
        return form.text("ClientToken")
                .map(value -> new LaunchSpec.ClientToken(Ec2Bounds.token(value), form.fingerprint()))
                .orElse(LaunchSpec.ClientToken.NONE);
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
        List<String> ids = form.ids();
        if (ids.isEmpty()) {
            throw new Ec2Exception(Ec2Error.MISSING_PARAMETER, "The request must contain the parameter InstanceId");
        }
        return ids;
    }
}
