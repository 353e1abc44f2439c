package emptyrecord.workshop;

import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A card for each inject of each scenario, and an index for the facilitator. A card bears a code instead of the
 * scenario's name, which would tell the team what is wrong.
 */
final class InjectCards {

    /** A longer beginning is a sentence, not the sender's name. */
    private static final int SENDER_MAX = 40;

    private static final int INDEX_ROWS = 16;
    private static final int LINES = 7;

    private final List<Card> cards = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    private InjectCards() {}

    /** @param scenarios in the order of their names, which gives the codes */
    static List<Card> of(List<Scenario> scenarios) {
        InjectCards injects = new InjectCards();
        for (int i = 0; i < scenarios.size(); i++) {
            injects.add(i + 1, scenarios.get(i));
        }
        injects.index();
        return List.copyOf(injects.cards);
    }

    private void add(int number, Scenario scenario) {
        List<DrillCard.News> news = scenario.drill().map(DrillCard::injects).orElseGet(List::of);
        for (int i = 0; i < news.size(); i++) {
            String code = "%02d%c".formatted(number, 'A' + i);
            String minutes = "%.0f".formatted(news.get(i).atMinutes());
            cards.add(card(code, minutes, news.get(i).text()));
            rows.add("<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                    .formatted(code, Html.escaped(scenario.name()), minutes));
        }
    }

    private static Card card(String code, String minutes, String text) {
        int colon = text.indexOf(": ");
        boolean sent = colon > 0 && colon <= SENDER_MAX;
        String sender = sent ? text.substring(0, colon) : "News";
        String said = sent ? capital(text.substring(colon + 2)) : text;
        return new Card(
                "inject",
                "After the page: " + minutes + " incident minutes",
                sender,
                "<p class=\"said\">" + Html.escaped(said) + "</p>" + "<p>What do you answer? What do you do?</p>"
                        + Html.lines(LINES),
                "Inject " + code);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void index() {
        for (int from = 0; from < rows.size(); from += INDEX_ROWS) {
            String part = String.join("", rows.subList(from, Math.min(rows.size(), from + INDEX_ROWS)));
            cards.add(new Card(
                    "inject",
                    "Facilitator only",
                    "Card index",
                    "<table><tr><th>Card</th><th>Scenario</th><th>Minute</th></tr>" + part + "</table>",
                    "Minutes count from the page, in incident time"));
        }
    }
}
