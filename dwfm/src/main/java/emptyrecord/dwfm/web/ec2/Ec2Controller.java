package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.kit.limits.AnswerRoom;
import emptyrecord.kit.xml.XmlDocument;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
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
 * codes, no problem details. There is no {@code GET}: a page in a browser must not be able to launch.
 */
@RestController
public class Ec2Controller {

    private static final Logger log = LoggerFactory.getLogger(Ec2Controller.class);

    /**
     * Long answers are made and sent a few at a time: the limit holds two pages of a thousand instances (our choice).
     */
    static final int ANSWERS_BYTES_MAX = 3 << 20;

    private final AnswerRoom room = new AnswerRoom(ANSWERS_BYTES_MAX, Duration.ofSeconds(5));
    private final Ec2Actions actions;

    public Ec2Controller(Ec2Actions actions) {
        this.actions = actions;
    }

    private record Reply(int status, XmlDocument body) {
        static Reply error(Ec2Error error, String message) {
            return error(error.code(), error.status(), message);
        }

        static Reply error(String code, int status, String message) {
            return new Reply(status, Ec2Xml.error(code, message));
        }
    }

    @PostMapping(path = "/", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    void call(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        try (AnswerRoom.Share share = room.share()) {
            send(reply(() -> actions.answer(Ec2Bounds.form(parameters), new LongAnswer(share))), response);
        }
    }

    /** A body that is no form, or whose type is none. */
    @PostMapping(path = "/")
    void noForm(HttpServletResponse response) throws IOException {
        String message = "The body must be a form: Content-Type " + MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        send(Reply.error("InvalidRequest", HttpServletResponse.SC_BAD_REQUEST, message), response);
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
            return Reply.error(e.error(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("request failed");
            return Reply.error(Ec2Error.INTERNAL_ERROR, "This is a defect of the service; its log has more.");
        }
    }

    private static void send(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(reply.body().size());
        reply.body().writeTo(response.getOutputStream());
    }
}
