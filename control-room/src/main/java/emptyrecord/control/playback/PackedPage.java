package emptyrecord.control.playback;

import emptyrecord.control.run.ChartLibrary;
import emptyrecord.control.run.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The control room's page as one file: its styles, scripts and picture are inside, and its policy lets nothing be
 * loaded. Scripts and styles are allowed by their hashes.
 */
final class PackedPage {

    private static final String ROOT = "/static";
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
    private static final Pattern SCRIPT =
            Pattern.compile("<script src=\"([^\"]+)\"(?: (defer|type=\"module\"))?></script>");
    private static final Pattern ICON = Pattern.compile("<link rel=\"icon\" href=\"([^\"]+)\"");
    private static final Pattern FROM_ELSEWHERE = Pattern.compile("(?:src|href)=\"(?!#|data:)[^\"]*\"");

    private final List<String> scripts = new ArrayList<>();
    private final List<String> styles = new ArrayList<>();

    private PackedPage() {}

    /**
     * The page's text.
     *
     * @param title escaped here
     * @param element put before the page's end
     * @throws IllegalStateException if the page refers to a file in a way that is not understood
     */
    static String html(String title, String element) {
        return new PackedPage().page(title, element);
    }

    private String page(String title, String element) {
        String page = Resource.text(ROOT + "/index.html");
        page = replace(
                page,
                ICON,
                m -> "<link rel=\"icon\" href=\"data:image/svg+xml;base64,"
                        + Base64.getEncoder()
                                .encodeToString(Resource.text(ROOT + m.group(1)).getBytes(StandardCharsets.UTF_8))
                        + "\"");
        page = replace(page, STYLE, m -> "<style>" + keep(styles, style(m.group(1))) + "</style>");
        page = replace(
                page,
                SCRIPT,
                m -> "<script" + (m.group(1).endsWith("main.js") ? " type=\"module\"" : "") + ">"
                        + keep(scripts, script(m.group(1))) + "</script>");
        String markup = page.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "");
        Matcher left = FROM_ELSEWHERE.matcher(markup);
        if (left.find()) {
            throw new IllegalStateException("the packed page would load " + left.group());
        }
        return page.replaceFirst("<html ", "<html data-source=\"recorded\" ")
                .replaceFirst(
                        "<meta charset=\"utf-8\">", Matcher.quoteReplacement("<meta charset=\"utf-8\">\n" + policy()))
                .replaceFirst("<title>[^<]*</title>", Matcher.quoteReplacement("<title>" + escaped(title) + "</title>"))
                .replace("</body>", element + "\n</body>");
    }

    private interface Replacement {
        String of(Matcher found);
    }

    private static String replace(String text, Pattern pattern, Replacement by) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(by.of(matcher)));
        }
        return matcher.appendTail(out).toString();
    }

    private static String keep(List<String> kept, String text) {
        kept.add(text);
        return text;
    }

    private static String style(String path) {
        return closed(path.contains("uPlot") ? ChartLibrary.style() : Resource.text(ROOT + path), "style");
    }

    private static String script(String path) {
        if (path.contains("uPlot")) {
            return closed(ChartLibrary.script(), "script");
        }
        return closed(
                path.endsWith("main.js")
                        ? ModulePacker.pack("main.js", file -> Resource.text(ROOT + "/js/" + file))
                        : Resource.text(ROOT + path),
                "script");
    }

    /** A text that would end its element, or open a comment in it, is refused. */
    private static String closed(String text, String element) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("</" + element) || lower.contains("<!--")) {
            throw new IllegalStateException("a " + element + " of the page contains </" + element + " or <!--");
        }
        return text;
    }

    private String policy() {
        return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; script-src "
                + hashes(scripts) + "; style-src " + hashes(styles) + "; base-uri 'none'; form-action 'none'\">";
    }

    private static String hashes(List<String> texts) {
        List<String> hashes = new ArrayList<>();
        for (String text : texts) {
            hashes.add("'sha256-" + Base64.getEncoder().encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8)))
                    + "'");
        }
        return String.join(" ", hashes);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
