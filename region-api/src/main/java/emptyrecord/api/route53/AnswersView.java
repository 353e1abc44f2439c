package emptyrecord.api.route53;

import emptyrecord.api.json.Absent;
import java.util.List;

/**
 * The current answer of DNS, {@code GET /answers?name=NAME&type=A}.
 *
 * @param name without the final dot
 * @param rcode NOERROR, NXDOMAIN or REFUSED
 * @param answers the picked answer, in presentation form; of a long one only the first records
 * @param possible how many different records the name could answer now
 */
public record AnswersView(String name, String type, String rcode, List<String> answers, int possible) {

    public AnswersView {
        answers = Absent.toEmpty(answers);
    }
}
