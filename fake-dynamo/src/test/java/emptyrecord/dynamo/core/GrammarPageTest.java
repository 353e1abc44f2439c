package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import emptyrecord.dynamo.core.expression.ConditionParser;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.expression.UpdateParser;
import emptyrecord.dynamo.core.partiql.StatementParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/dynamodb-grammar.md are what the parsers take. */
class GrammarPageTest {

    private static final Map<String, Consumer<String>> PARSERS = Map.of(
            "condition", text -> ConditionParser.parse(text, ExpressionKind.CONDITION),
            "key-condition", text -> ConditionParser.parse(text, ExpressionKind.KEY_CONDITION),
            "update", UpdateParser::parse,
            "projection", Projection::parse,
            "partiql", text -> StatementParser.parse(text, List.of()));

    private static final Pattern BLOCK = Pattern.compile("(?s)```([a-z-]+)\n(.*?)```");

    @Test
    void eachExampleIsWellFormed() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "dynamodb-grammar.md"));
        assertThat(BLOCK.matcher(page).results().map(block -> block.group(1)).filter(kind -> !kind.equals("ebnf")))
                .containsExactlyInAnyOrderElementsOf(PARSERS.keySet());
        BLOCK.matcher(page)
                .results()
                .filter(block -> PARSERS.containsKey(block.group(1)))
                .forEach(block -> block.group(2).lines().forEach(line -> parse(block.group(1), line)));
    }

    private static void parse(String kind, String line) {
        assertThatCode(() -> Objects.requireNonNull(PARSERS.get(kind)).accept(line))
                .as(kind + ": " + line)
                .doesNotThrowAnyException();
    }
}
