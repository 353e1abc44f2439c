package emptyrecord.workshop;

import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is printed and shown in a workshop, from the Markdown of {@code docs/workshop} and from the scenarios. */
final class Kit {

    private final Path folder;
    private final Markdown markdown;

    /** @param folder with {@code slides.md}, {@code role-cards.md} and so on */
    Kit(Path folder) {
        this.folder = folder;
        this.markdown = new Markdown(folder);
    }

    /** The scenarios that come with the lab, in the order of their names. */
    static List<Scenario> scenarios() {
        ScenarioFiles files = new ScenarioFiles();
        return files.names().stream().sorted().map(files::shipped).toList();
    }

    /** Cards of each kind, by the name of their file. */
    Map<String, List<Card>> cards() throws IOException {
        Map<String, List<Card>> cards = new LinkedHashMap<>();
        cards.put("role-cards", text("role-cards", "role", "Empty Record: roles"));
        cards.put("inject-cards", InjectCards.of(scenarios()));
        cards.put("stakeholder-cards", text("stakeholder-cards", "stakeholder", "Facilitator plays this part"));
        cards.put("status-updates", text("status-updates", "update", "Liaison fills it in and reads it out"));
        return cards;
    }

    private List<Card> text(String name, String kind, String foot) throws IOException {
        return CardTexts.cards(markdown, read(name), kind, foot);
    }

    Deck deck() throws IOException {
        return new Deck(markdown, read("slides"));
    }

    /** Pages by the name of their file, without its ending. */
    Map<String, String> pages() throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("slides", deck().show("Empty Record: slides"));
        pages.put("speaker", deck().speaker("Empty Record: the speaker's pages"));
        List<Card> all = new ArrayList<>();
        cards().forEach((name, cards) -> {
            pages.put(name, Cards.a6("Empty Record: " + name, cards));
            all.addAll(cards);
        });
        pages.put("all-cards-a4", Cards.a4("Empty Record: all cards, four on a page", all));
        pages.put(
                "worksheet",
                Html.page(
                        "Your system | this outage",
                        List.of("base.css", "worksheet.css"),
                        "<main>\n" + markdown.html(read("worksheet")) + "</main>\n",
                        ""));
        return pages;
    }

    private String read(String name) throws IOException {
        Path file = folder.resolve(name + ".md");
        if (!Files.exists(file)) {
            throw new IOException("the kit lacks " + file);
        }
        return Files.readString(file);
    }
}
