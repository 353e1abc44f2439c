package emptyrecord.route53.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.route53.AnswersView;
import emptyrecord.route53.core.AnswerFunction;
import emptyrecord.route53.core.DnsResult;
import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.Reach;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordType;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.health.HealthBoard;
import emptyrecord.route53.zones.Publication;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Gatherer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xbill.DNS.Record;

/** {@code GET /answers?name=NAME&type=A}: the answer of DNS now, from the published zones by DNS's own function. */
@RestController
class AnswersController {

    /** Characters of all answers that are shown, our choice: those of an endpoint have some hundreds. */
    private static final int TEXT_MAX = 8_000;

    private final Publication publication;
    private final HealthBoard board;
    private final SplittableRandom seeds;

    AnswersController(Publication publication, HealthBoard board, SplittableRandom seeds) {
        this.board = board;
        this.publication = publication;
        this.seeds = seeds;
    }

    @GetMapping(Routes.ANSWERS)
    AnswersView answer(@RequestParam String name, @RequestParam(defaultValue = "A") String type) {
        RecordName asked = RecordName.parse(name);
        RecordType wanted = RecordType.parse(type);
        Zones zones = publication.zones();
        Health health = board.view();
        DnsResult result = new AnswerFunction(zones, health, next()).answer(asked.toName(), wanted.wire());
        int possible =
                Reach.of(zones, health, new Reach.Question(asked, wanted)).size();
        return new AnswersView(asked.plain(), wanted.name(), rcode(result), texts(result, wanted), possible);
    }

    private SplittableRandom next() {
        synchronized (seeds) {
            return seeds.split();
        }
    }

    private static String rcode(DnsResult result) {
        return switch (result) {
            case DnsResult.Found found -> "NOERROR";
            case DnsResult.Empty empty -> "NOERROR";
            case DnsResult.NoSuchName none -> "NXDOMAIN";
            case DnsResult.NotOurs foreign -> "REFUSED";
        };
    }

    private static List<String> texts(DnsResult result, RecordType wanted) {
        return result instanceof DnsResult.Found found
                ? found.answers().stream()
                        .filter(r -> r.getType() == wanted.wire())
                        .map(Record::rdataToString)
                        .gather(withinText())
                        .toList()
                : List.of();
    }

    /** The first answers, as far as they are short enough together. */
    private static Gatherer<String, ?, String> withinText() {
        return Gatherer.ofSequential(() -> new int[1], (length, text, down) -> {
            length[0] += text.length();
            return length[0] <= TEXT_MAX && down.push(text);
        });
    }
}
