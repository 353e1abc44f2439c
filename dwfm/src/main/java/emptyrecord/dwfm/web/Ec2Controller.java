package emptyrecord.dwfm.web;

import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceStore;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.dwfm.instances.Launcher;
import emptyrecord.dwfm.instances.Terminator;
import emptyrecord.kit.limits.AnswerRoom;
import emptyrecord.kit.xml.XmlDocument;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
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

    /**
     * Long answers are made and sent a few at a time: the limit holds two pages of a thousand instances (our choice).
     */
    static final int ANSWERS_BYTES_MAX = 3 << 20;

    private final AnswerRoom room = new AnswerRoom(ANSWERS_BYTES_MAX, Duration.ofSeconds(5));

    public Ec2Controller(Launcher launcher, Terminator terminator, InstanceStore store, Fleet fleet) {
        this.launcher = launcher;
        this.terminator = terminator;
        this.store = store;
        this.fleet = fleet;
    }

    private record Reply(int status, XmlDocument body) {
        static Reply error(String code, int status, String message) {
            return new Reply(status, Ec2Answers.error(code, message));
        }
    }

    @PostMapping(path = "/", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    void call(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        try (AnswerRoom.Share share = room.share()) {
            send(reply(() -> answer(Ec2Bounds.form(parameters), share)), response);
        }
    }

    /** Tomcat counts and reads the parameters when they are asked for. */
    @ExceptionHandler
    void badParameters(InvalidParameterException e, HttpServletResponse response) throws IOException {
        send(Reply.error("InvalidRequest", e.getErrorCode(), String.valueOf(e.getMessage())), response);
    }

    private static Reply reply(Supplier<XmlDocument> answer) {
        try {
            return new Reply(200, answer.get());
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
        response.setStatus(reply.status());
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(reply.body().size());
        reply.body().writeTo(response.getOutputStream());
    }

    /** The memory is reserved before anything is done, because finished work cannot be refused. */
    private XmlDocument answer(Ec2Form form, AnswerRoom.Share share) {
        return switch (form.action()) {
            case "RunInstances" -> {
                LaunchSpec spec = spec(form);
                take(
                        share,
                        spec.max()
                                * Ec2Answers.bytesMax(spec.kind(), spec.token().value()));
                yield Ec2Answers.launched(launcher.launch(spec));
            }
            case "TerminateInstances" -> {
                List<String> ids = ids(form);
                take(share, Ec2Answers.terminatedBytesMax(ids.size()));
                yield Ec2Answers.terminated(terminator.terminate(ids));
            }
            case "DescribeInstances" -> {
                Selection.Page page = Selection.of(form).page(store.all());
                take(share, Ec2Answers.bytesMax(page.instances()));
                yield Ec2Answers.described(page.instances(), page.nextToken());
            }
            case "DescribeInstanceStatus" -> statuses(form, share);
            case "DescribeAvailabilityZones" -> Ec2Answers.zones(fleet.shape().zones());
            default ->
                throw new Ec2Exception(
                        Ec2Error.INVALID_ACTION,
                        "The action " + Ec2Bounds.shortened(form.action())
                                + " is not valid here; known are RunInstances, TerminateInstances, DescribeInstances,"
                                + " DescribeInstanceStatus, DescribeAvailabilityZones");
        };
    }

    private static void take(AnswerRoom.Share share, long bytes) {
        if (!share.take(bytes)) {
            throw new Ec2Exception(
                    Ec2Error.REQUEST_LIMIT_EXCEEDED,
                    "Request limit exceeded: too many long answers are being sent; try again, or ask for fewer instances.");
        }
    }

    private XmlDocument statuses(Ec2Form form, AnswerRoom.Share share) {
        boolean all = form.text("IncludeAllInstances").filter("true"::equals).isPresent();
        List<Instance> candidates = store.all().stream()
                .filter(i -> all || i.state() == Instance.State.RUNNING)
                .toList();
        Selection.Page page = Selection.of(form).page(candidates);
        take(share, Ec2Answers.bytesMax(page.instances()));
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
