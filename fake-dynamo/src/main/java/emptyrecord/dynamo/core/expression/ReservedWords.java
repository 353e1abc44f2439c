package emptyrecord.dynamo.core.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** DynamoDB's reserved words: as attribute names they must be written as placeholders. */
final class ReservedWords {

    private static final Set<String> WORDS = load();

    private ReservedWords() {}

    static void refuse(String name, ExpressionKind kind) {
        if (WORDS.contains(name.toUpperCase(Locale.ROOT))) {
            throw kind.invalid("Attribute name is a reserved keyword; reserved keyword: " + name);
        }
    }

    private static Set<String> load() {
        try (InputStream in = ReservedWords.class.getResourceAsStream("reserved-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("reserved-words.txt is missing from the jar; build the module again");
            }
            return Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
