package emptyrecord.race.core;

import emptyrecord.route53.core.AnswerFunction;
import emptyrecord.route53.core.DnsResult;
import emptyrecord.route53.core.Reach;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordType;
import emptyrecord.route53.core.Zones;
import java.util.List;
import java.util.SplittableRandom;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * The output of {@code dig} for an answer.
 *
 * @param status NOERROR, NXDOMAIN or REFUSED
 * @param answers addresses in this one answer: one, picked by weight
 * @param possible how many different addresses the name can answer
 */
public record Dig(String status, List<String> answers, int possible) {

    /** Route 53's real answer; of a weighted set always the first draw of the same seed. */
    static Dig of(Zones zones, String name) {
        RecordName asked = RecordName.parse(name);
        int possible = Reach.of(zones, asked, RecordType.A).size();
        return switch (new AnswerFunction(zones, new SplittableRandom(1)).answer(asked.toName(), Type.A)) {
            case DnsResult.Found found ->
                new Dig(
                        "NOERROR",
                        found.answers().stream().map(Record::rdataToString).toList(),
                        possible);
            case DnsResult.Empty empty -> new Dig("NOERROR", List.of(), possible);
            case DnsResult.NoSuchName none -> new Dig("NXDOMAIN", List.of(), possible);
            case DnsResult.NotOurs foreign -> new Dig("REFUSED", List.of(), possible);
        };
    }

    /** For example {@code NOERROR, ANSWER: 0}. */
    public String line() {
        return "status: " + status + ", ANSWER: " + answers.size()
                + (answers.isEmpty() ? "" : "   " + String.join(" ", answers) + " (one of " + possible + ")");
    }
}
