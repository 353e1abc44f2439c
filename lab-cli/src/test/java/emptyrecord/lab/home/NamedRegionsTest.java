package emptyrecord.lab.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.failure.LabException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedRegionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static List<String> bound(LoopbackPlan place) {
        return new RegionLayout(place)
                .services().stream()
                        .flatMap(s -> Stream.concat(Stream.of(s.address()), s.otherPorts().stream()))
                        .toList();
    }

    @Test
    void aTeamKeepsItsPlaceAndSharesItWithNoOther() {
        NamedRegions teams = new NamedRegions(folder);
        LoopbackPlan red = teams.place("red");
        LoopbackPlan blue = teams.place("blue");

        assertThat(teams.place("red")).isEqualTo(red).isNotEqualTo(blue);
        List<String> all = new ArrayList<>(bound(LoopbackPlan.FIRST));
        all.addAll(bound(red));
        all.addAll(bound(blue));
        assertThat(all).doesNotHaveDuplicates().allMatch(a -> a.startsWith("127."));
    }

    @Test
    void servicesOfATeamKnowNoAddressOfAnotherRegion() {
        assertThat(new RegionLayout(new LoopbackPlan(3)).services())
                .allSatisfy(s -> assertThat(String.join(" ", s.environment().values()))
                        .contains("127.103.")
                        .doesNotContain("127.0."));
    }

    @Test
    void aNameThatCannotBeAFolderIsRefused() {
        assertThatThrownBy(() -> new NamedRegions(folder).place("../x"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("team-3");
    }

    @Test
    void aSpoiltPlaceIsAnsweredWithWhatToDo() throws Exception {
        Files.writeString(folder.resolve("red.place"), "first");
        assertThatThrownBy(() -> new NamedRegions(folder).place("red")).hasMessageContaining("delete it");
    }

    @Test
    void thereIsAnEndToTheAddresses() {
        assertThatThrownBy(() -> new LoopbackPlan(100)).isInstanceOf(LabException.class);
    }
}
