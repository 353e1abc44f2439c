package emptyrecord.workshop;

import java.util.List;

/** Cards from a Markdown text: one for each heading of level two. */
final class CardTexts {

    /** Parts of a heading: {@code Kicker: title}. */
    private static final String COLON = ": ";

    private CardTexts() {}

    static List<Card> cards(Markdown markdown, String text, String kind, String foot) {
        return markdown.sections(text).stream()
                .map(section -> card(section, kind, foot))
                .toList();
    }

    private static Card card(Markdown.Section section, String kind, String foot) {
        int colon = section.title().indexOf(COLON);
        String kicker = colon < 0 ? "" : section.title().substring(0, colon);
        String title = colon < 0 ? section.title() : section.title().substring(colon + COLON.length());
        return new Card(kind, kicker, title, section.html(), foot);
    }
}
