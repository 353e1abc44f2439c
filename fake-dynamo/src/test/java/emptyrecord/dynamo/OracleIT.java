package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests by a seed and what dynalite 4.0.0 answered ({@link OracleRecorder}), against what the service answers. A difference
 * in the outcome has its reason in docs/dynamodb.md, or the test fails.
 */
class OracleIT extends ServedProtocol {

    private static final JsonMapper JSON = new JsonMapper();

    /** The reasons, by their names in docs/dynamodb.md: what we answer, and what the oracle does. */
    private static final Map<String, BiPredicate<Reply, Reply>> REASONS = Map.of(
            "The form of the whole request",
            (ours, theirs) -> theirs.code().equals("SerializationException")
                    || ours.code().equals("SerializationException"),
            "Segment without TotalSegments",
            (ours, theirs) ->
                    ours.message().contains("TotalSegments") && theirs.code().equals("ok"),
            "Parameters that it does not check",
            (ours, theirs) -> ours.message().startsWith("ReturnValues can only be")
                    || theirs.code().equals("ok")
                            && (ours.message().startsWith("ConditionalOperator cannot be used")
                                    || ours.message().contains("'returnValuesOnConditionCheckFailure'")
                                    || ours.message().contains("'action'")
                                    || ours.message().contains("'limit'")),
            "Parts of a key",
            (ours, theirs) -> theirs.message().startsWith("Key attributes must be scalars"),
            "The table before the rest",
            (ours, theirs) -> ours.code().equals("ResourceNotFoundException"),
            "Operands that are not reached",
            (ours, theirs) -> theirs.message().startsWith("Invalid ")
                    && (ours.code().equals("ok") || ours.code().equals("ConditionalCheckFailedException")),
            "A number with a plus sign",
            (ours, theirs) -> theirs.message().contains("numeric value: +"));

    private int same;
    private int sameWords;
    private final Map<String, Integer> explained = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();

    @Test
    void eachDifferenceHasAReason() throws Exception {
        createRanged("fuzz");
        List<String> lines = lines();
        for (String line : lines) {
            compare(JSON.readValue(line, OracleAnswer.class));
        }
        assertThat(unexplained).isEmpty();
        String page = Files.readString(Path.of("..", "docs", "dynamodb.md"));
        assertThat(page)
                .contains("**Of " + lines.size() + " requests " + same + " have the same outcome, " + sameWords
                        + " of them word for word.**");
        explained.forEach(
                (reason, count) -> assertThat(page).containsPattern("\\| " + reason + " \\| " + count + " \\|"));
        assertThat(explained.keySet()).isEqualTo(new TreeMap<>(REASONS).keySet());
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = OracleIT.class.getResourceAsStream("dynalite.jsonl")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private void compare(OracleAnswer answer) throws Exception {
        HttpResponse<String> http = server.post(answer.operation(), answer.request());
        Reply ours = Reply.of(http.statusCode(), http.body());
        Reply theirs = Reply.of(answer.status(), answer.answer());
        if (ours.code().equals(theirs.code())) {
            same++;
            sameWords += ours.message().equals(theirs.message()) ? 1 : 0;
            return;
        }
        REASONS.entrySet().stream()
                .filter(reason -> reason.getValue().test(ours, theirs))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .ifPresentOrElse(
                        reason -> explained.merge(reason, 1, Integer::sum),
                        () -> unexplained.add(answer.operation() + " " + answer.request() + "\n  ours: " + ours.code()
                                + " " + ours.message() + "\n  theirs: " + theirs.code() + " " + theirs.message()));
    }
}
