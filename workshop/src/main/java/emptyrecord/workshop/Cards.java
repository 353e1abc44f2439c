package emptyrecord.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Cards as pages: one on an A6 page, or four on an A4 page to be cut. */
final class Cards {

    private static final int ON_A_SHEET = 4;

    private Cards() {}

    static String a6(String title, List<Card> cards) {
        return Html.page(title, List.of("base.css", "cards.css", "a6.css"), all(cards), "");
    }

    static String a4(String title, List<Card> cards) {
        List<String> sheets = new ArrayList<>();
        for (int from = 0; from < cards.size(); from += ON_A_SHEET) {
            List<Card> four = cards.subList(from, Math.min(cards.size(), from + ON_A_SHEET));
            sheets.add("<main class=\"sheet\">\n" + all(four) + "</main>\n");
        }
        return Html.page(title, List.of("base.css", "cards.css", "a4.css"), String.join("", sheets), "");
    }

    private static String all(List<Card> cards) {
        return cards.stream().map(Cards::card).collect(Collectors.joining());
    }

    private static String card(Card card) {
        return """
                <article class="card %s">
                <header><small>%s</small><h2>%s</h2></header>
                <div class="text">%s</div>
                <footer>%s</footer>
                </article>
                """.formatted(
                        card.kind(),
                        Html.escaped(card.kicker()),
                        Html.escaped(card.title()),
                        card.html(),
                        Html.escaped(card.foot()));
    }
}
