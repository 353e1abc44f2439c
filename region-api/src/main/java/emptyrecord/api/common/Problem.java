package emptyrecord.api.common;

import emptyrecord.api.json.Absent;
import emptyrecord.api.json.ContractJson;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * An error answer (RFC 9457).
 *
 * @param title empty when there is none
 * @param status of HTTP; 0 when the body omits it
 * @param detail one sentence for a person; empty when there is none
 * @param nothingYet the thing does not exist yet, for example no drill; then no name was wrong
 */
public record Problem(String title, int status, String detail, boolean nothingYet) {

    /** Name of the property that a problem of ours may have beside those of the standard. */
    public static final String NOTHING_YET = "nothingYet";

    public Problem {
        title = Absent.toEmpty(title);
        detail = Absent.toEmpty(detail);
    }

    /** Empty when the body is no JSON object. */
    public static Optional<Problem> read(String body) {
        try {
            return Optional.ofNullable(ContractJson.MAPPER.readValue(body, Problem.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
