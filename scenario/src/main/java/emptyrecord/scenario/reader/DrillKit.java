package emptyrecord.scenario.reader;

import emptyrecord.api.drill.Stakeholder;
import emptyrecord.api.drill.UpdateTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What every drill with roles can use, from {@code scenarios/kit}: the stakeholders, and templates of status updates. */
public final class DrillKit {

    private static final String FOLDER = "/scenarios/kit/";

    private DrillKit() {}

    /** The stakeholders, in the order of their cards. */
    public static List<Stakeholder> stakeholders() {
        return each(
                "stakeholders",
                n -> new Stakeholder(
                        text(n, "name"),
                        text(n, "who"),
                        text(n, "demand"),
                        n.path("push").asString(""),
                        n.path("answer-within").doubleValue()));
    }

    /** The templates, in the order in which an incident needs them. */
    public static List<UpdateTemplate> updates() {
        return each(
                "status-updates",
                n -> new UpdateTemplate(
                        text(n, "name"),
                        text(n, "title"),
                        text(n, "when"),
                        text(n, "text").strip()));
    }

    private static <T> List<T> each(String name, Function<JsonNode, T> read) {
        String file = name + ".yaml";
        List<T> all = new ArrayList<>();
        YamlTree.read(file, resource(file))
                .root()
                .properties()
                .forEach(list -> list.getValue().forEach(n -> all.add(read.apply(n))));
        return List.copyOf(all);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).stringValue();
    }

    private static String resource(String file) {
        try (InputStream in = DrillKit.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is not on the class path; build with ./lab");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
