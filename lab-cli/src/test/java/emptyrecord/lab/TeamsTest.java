package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static List<String> bound(Place place) {
        return new Region(place)
                .services().stream()
                        .flatMap(s -> Stream.concat(Stream.of(s.address()), s.otherPorts().stream()))
                        .toList();
    }

    @Test
    void aTeamKeepsItsPlaceAndSharesItWithNoOther() {
        Teams teams = new Teams(folder);
        Place red = teams.place("red");
        Place blue = teams.place("blue");

        assertThat(teams.place("red")).isEqualTo(red).isNotEqualTo(blue);
        List<String> all = new ArrayList<>(bound(Place.FIRST));
        all.addAll(bound(red));
        all.addAll(bound(blue));
        assertThat(all).doesNotHaveDuplicates().allMatch(a -> a.startsWith("127."));
    }

    @Test
    void servicesOfATeamKnowNoAddressOfAnotherRegion() {
        assertThat(new Region(new Place(3)).services())
                .allSatisfy(s -> assertThat(String.join(" ", s.environment().values()))
                        .contains("127.103.")
                        .doesNotContain("127.0."));
    }

    @Test
    void aNameThatCannotBeAFolderIsRefused() {
        assertThatThrownBy(() -> new Teams(folder).place("../x"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("team-3");
    }

    @Test
    void aSpoiltPlaceIsAnsweredWithWhatToDo() throws Exception {
        Files.writeString(folder.resolve("red.place"), "first");
        assertThatThrownBy(() -> new Teams(folder).place("red")).hasMessageContaining("delete it");
    }

    @Test
    void thereIsAnEndToTheAddresses() {
        assertThatThrownBy(() -> new Place(100)).isInstanceOf(LabException.class);
    }
}
