package emptyrecord.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Pages that need no other file and nothing from a network: styles and scripts are in them. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Lines to write on. */
    static String lines(int count) {
        return "<div class=\"lines\">" + "<hr>".repeat(count) + "</div>";
    }

    /** @param styles names of style sheets in {@code kit} */
    static String page(String title, List<String> styles, String body, String script) {
        String css = styles.stream().map(Html::resource).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                %s</html>
                """.formatted(
                escaped(title), css, body, script.isEmpty() ? "" : "<script>\n" + resource(script) + "</script>\n");
    }

    private static String resource(String name) {
        try (InputStream file = Html.class.getResourceAsStream("/kit/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no resource kit/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
