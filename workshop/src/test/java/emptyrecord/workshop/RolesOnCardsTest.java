package emptyrecord.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.drill.DrillRight;
import emptyrecord.api.drill.DrillRole;
import emptyrecord.api.drill.NoteKind;
import emptyrecord.api.drill.Severity;
import emptyrecord.api.drill.Stakeholder;
import emptyrecord.api.drill.UpdateTemplate;
import emptyrecord.scenario.reader.DrillKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cards and a drill with roles have the same words: who comes, what is written, who may do what, and how often. */
class RolesOnCardsTest {

    private static final Path DOCS = Path.of("../docs");

    private static String flat(String file) throws IOException {
        return Files.readString(DOCS.resolve(file)).replaceAll("(?m)^> ?", "").replaceAll("\\s+", " ");
    }

    @Test
    void theStakeholdersOfTheLabAreTheCards() throws IOException {
        String cards = flat("workshop/stakeholder-cards.md");
        List<Stakeholder> all = DrillKit.stakeholders();
        assertThat(cards.split(" ## ")).hasSize(all.size() + 1);
        for (Stakeholder each : all) {
            assertThat(cards).contains("## " + each.who() + ": ", each.demand(), each.push());
        }
    }

    @Test
    void theTemplatesOfTheLabAreTheCards() throws IOException {
        String cards = flat("workshop/status-updates.md");
        for (UpdateTemplate each : DrillKit.updates()) {
            assertThat(cards).contains(": " + each.title() + " " + each.when(), "`" + each.name() + "`");
            each.text().lines().forEach(line -> assertThat(cards).contains(line));
        }
        assertThat(cards).contains("every 15 (severity 2: 30, severity 3: 60)");
        assertThat(Severity.values()).extracting(Severity::everyMinutes).containsExactly(15.0, 30.0, 60.0);
    }

    @Test
    void theDocumentedRolesMayWhatTheLabAllows() throws IOException {
        List<String> rows =
                Files.readAllLines(DOCS.resolve("drills.md")).stream().toList();
        for (DrillRole role : DrillRole.values()) {
            String row = rows.stream()
                    .filter(l -> l.startsWith("| " + role.word() + " |"))
                    .findFirst()
                    .orElseThrow();
            List<String> commands =
                    role.may().stream().map(RolesOnCardsTest::command).sorted().toList();
            assertThat(row.substring(row.indexOf("| `")).replaceAll("[|` ]", "").split(","))
                    .as(row)
                    .containsAll(commands);
        }
        for (NoteKind kind : NoteKind.values()) {
            assertThat(flat("workshop/role-cards.md")).contains(kind.word());
        }
    }

    /** Of the command line; deciding has two. */
    private static String command(DrillRight right) {
        return right == DrillRight.DECIDE ? "approve" : right.word();
    }
}
