package emptyrecord.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown (CommonMark with tables) as HTML that needs no other file: pictures are put into it. */
final class Markdown {

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final TextContentRenderer words = TextContentRenderer.builder().build();
    private final HtmlRenderer renderer;

    /** @param folder where the text's relative links to pictures start */
    Markdown(Path folder) {
        renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> embed(folder, node, tag, attributes))
                .build();
    }

    /** A heading of level two and what follows it, as HTML. */
    record Section(String title, String html) {}

    /** Top-level nodes of a text. */
    List<Node> nodes(String text) {
        return nodes(parser.parse(text));
    }

    private static List<Node> nodes(Node parent) {
        List<Node> all = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            all.add(node);
        }
        return all;
    }

    String html(String text) {
        return renderer.render(parser.parse(text));
    }

    String html(Node node) {
        return renderer.render(node);
    }

    String words(Node node) {
        return words.render(node).strip();
    }

    /** The parts of a text under its headings of level two; what stands before the first one is left out. */
    List<Section> sections(String text) {
        List<Section> sections = new ArrayList<>();
        for (Node node : nodes(text)) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                sections.add(new Section(words(heading), ""));
            } else if (!sections.isEmpty()) {
                Section last = sections.removeLast();
                sections.add(new Section(last.title(), last.html() + html(node)));
            }
        }
        return sections;
    }

    private static void embed(Path folder, Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Image image && tag.equals("img")) {
            Path file = folder.resolve(image.getDestination());
            try {
                attributes.put(
                        "src", "data:image/png;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new UncheckedIOException("the picture " + file + " cannot be read", e);
            }
        }
    }
}
