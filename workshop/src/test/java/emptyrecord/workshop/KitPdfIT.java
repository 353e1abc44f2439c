package emptyrecord.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the browser prints: each card, slide and sheet on a page of its own, on paper of the right size. */
class KitPdfIT {

    private static final Path FOLDER = Path.of("../docs/workshop");
    private static final Path TARGET = Path.of("target/kit");
    private static final int LONG_SIDE_A6 = 420;
    private static final int CARDS_ON_A4 = 4;

    private static final Kit KIT = new Kit(FOLDER);

    @BeforeAll
    static void build() throws IOException {
        Optional<Chromium> browser = Chromium.find();
        assumeTrue(browser.isPresent(), "no Chromium is installed");
        KitBuild.build(FOLDER, TARGET, browser);
    }

    private static PDDocument pdf(String name) throws IOException {
        return Loader.loadPDF(TARGET.resolve(name + ".pdf").toFile());
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).replaceAll("\\s+", " ");
    }

    private static void isPaper(PDDocument pdf, double width, double height) {
        assertThat(pdf.getPages()).allSatisfy(page -> {
            PDRectangle box = page.getMediaBox();
            assertThat((double) box.getWidth()).isCloseTo(width, within(2.0));
            assertThat((double) box.getHeight()).isCloseTo(height, within(2.0));
        });
    }

    /** A card whose text is too long would go on on the next page. */
    @Test
    void everyCardFitsOnItsPage() throws IOException {
        for (Map.Entry<String, List<Card>> kind : KIT.cards().entrySet()) {
            try (PDDocument pdf = pdf(kind.getKey())) {
                List<Card> cards = kind.getValue();
                assertThat(pdf.getNumberOfPages()).as(kind.getKey()).isEqualTo(cards.size());
                isPaper(pdf, 298, LONG_SIDE_A6);
                for (int i = 0; i < cards.size(); i++) {
                    assertThat(text(pdf, i + 1))
                            .as(kind.getKey())
                            .contains(cards.get(i).title())
                            .contains(cards.get(i).foot());
                }
            }
        }
    }

    /** The check above can fail. */
    @Test
    void aCardThatIsTooLongIsFound() throws IOException {
        Card longOne = new Card("role", "Role", "Long", "<p>one line more</p>".repeat(60), "foot");
        Path html = TARGET.resolve("too-long.html");
        Files.writeString(html, Cards.a6("too long", List.of(longOne)));
        Chromium.find().orElseThrow().print(html, TARGET.resolve("too-long.pdf"));
        try (PDDocument pdf = pdf("too-long")) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void fourCardsAreOnASheet() throws IOException {
        int cards = KIT.cards().values().stream().mapToInt(List::size).sum();
        try (PDDocument pdf = pdf("all-cards-a4")) {
            assertThat(pdf.getNumberOfPages()).isEqualTo((cards + CARDS_ON_A4 - 1) / CARDS_ON_A4);
            isPaper(pdf, 595, 842);
        }
    }

    @Test
    void everySlideFitsOnItsPageWithAndWithoutNotes() throws IOException {
        int slides = KIT.deck().slides().size();
        try (PDDocument show = pdf("slides");
                PDDocument speaker = pdf("speaker")) {
            assertThat(show.getNumberOfPages()).isEqualTo(slides);
            assertThat(speaker.getNumberOfPages()).isEqualTo(slides);
            isPaper(show, 960, 540);
            isPaper(speaker, 595, 842);
            assertThat(text(show, 1)).contains("Empty Record").doesNotContain("Before you begin");
            assertThat(text(speaker, 1)).contains("Before you begin");
        }
    }

    @Test
    void theWorksheetIsOnePage() throws IOException {
        try (PDDocument pdf = pdf("worksheet")) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            isPaper(pdf, 595, 842);
            assertThat(text(pdf, 1)).contains("What goes on.");
        }
    }
}
