package emptyrecord.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.e2e.observability.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/architecture.md matches the code; {@code -Darchitecture.write} draws it again. */
class ArchitecturePictureTest {

    private static final String BEGIN = "<!-- drawn from the code: begin -->\n";
    private static final String END = "<!-- drawn from the code: end -->\n";

    @Test
    void theChartsInTheDocsAreThoseOfTheCode() throws IOException {
        Path page = Project.file("docs/architecture.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(begin).isGreaterThan(BEGIN.length());
        assertThat(end).isGreaterThanOrEqualTo(begin);
        String drawn = "\n" + new ArchitecturePicture(Project.file(".")).text() + "\n";
        if (System.getProperty("architecture.write") != null) {
            Files.writeString(page, text.substring(0, begin) + drawn + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end))
                .as("draw the charts again: mvn -pl e2e -am verify -Dtest=ArchitecturePictureTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -DskipITs -Darchitecture.write, then look at the"
                        + " difference")
                .isEqualTo(drawn);
    }

    @Test
    void anArrowThatADetourReplacesIsNotDrawn() {
        Arrows arrows = new Arrows();
        arrows.add("a", "b");
        arrows.add("b", "c");
        arrows.add("a", "c");
        arrows.add("d", "d");

        assertThat(arrows.nodes()).containsExactly("a", "b", "c", "d");
        assertThat(arrows.withoutDetours()).isEqualTo(List.of(new Arrows.Arrow("a", "b"), new Arrows.Arrow("b", "c")));
    }
}
