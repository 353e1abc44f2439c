package emptyrecord.workshop;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;

/**
 * Slides from Markdown: a line {@code ---} ends a slide; what is quoted ({@code >}) is the speaker's notes to it.
 */
final class Deck {

    /** A slide and its notes, both HTML. */
    record Slide(String html, String notes) {}

    /** More than a page has room for: what does not fit is cut off. */
    private static final int LINES = 16;

    private final List<Slide> slides = new ArrayList<>();

    Deck(Markdown markdown, String text) {
        StringBuilder html = new StringBuilder();
        StringBuilder notes = new StringBuilder();
        for (Node node : markdown.nodes(text)) {
            if (node instanceof ThematicBreak) {
                slides.add(new Slide(html.toString(), notes.toString()));
                html.setLength(0);
                notes.setLength(0);
            } else if (node instanceof BlockQuote quote) {
                for (Node part = quote.getFirstChild(); part != null; part = part.getNext()) {
                    notes.append(markdown.html(part));
                }
            } else {
                html.append(markdown.html(node));
            }
        }
        slides.add(new Slide(html.toString(), notes.toString()));
    }

    List<Slide> slides() {
        return List.copyOf(slides);
    }

    /** The show: one slide at a time on a screen, one a page on paper. */
    String show(String title) {
        StringBuilder body = new StringBuilder();
        for (Slide slide : slides) {
            body.append("<section class=\"slide\">\n<div class=\"text\">\n")
                    .append(slide.html())
                    .append("</div>\n<aside>\n")
                    .append(slide.notes())
                    .append("</aside>\n</section>\n");
        }
        return Html.page(title, List.of("base.css", "slide.css", "slides.css"), body.toString(), "slides.js");
    }

    /** The speaker's pages: a slide, its notes, and lines for more. */
    String speaker(String title) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < slides.size(); i++) {
            body.append("<section class=\"page\">\n<div class=\"slide\"><div class=\"text\">\n")
                    .append(slides.get(i).html())
                    .append("</div></div>\n<div class=\"notes\">\n")
                    .append(slides.get(i).notes())
                    .append("</div>\n")
                    .append(Html.lines(LINES))
                    .append("\n<footer>")
                    .append(i + 1)
                    .append("</footer>\n</section>\n");
        }
        return Html.page(title, List.of("base.css", "slide.css", "speaker.css"), body.toString(), "");
    }
}
