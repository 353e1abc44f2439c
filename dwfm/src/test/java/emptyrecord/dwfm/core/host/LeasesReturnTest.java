package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.host.LeasesReturn.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * {@link LeasesReturn} for each remedy and wiring, and the tables of docs/collapse.md; {@code -Dleases.write} writes
 * them again. With {@code -Dleases.large} also 100,096 droplets, one seed, which takes some 40 minutes and 4 GB.
 */
class LeasesReturnTest {

    private static final int SEEDS = 5;
    private static final Path PAGE = Path.of("../docs/collapse.md");
    private static final Path LARGE_PAGE = Path.of("../docs/collapse-at-100000.md");
    static final List<String> WIRINGS = Wiring.NAMES;

    private static final Map<String, Map<LeasesReturn, List<Outcome>>> PLAYED = new HashMap<>();

    @BeforeAll
    static void play() {
        WIRINGS.forEach(wiring -> PLAYED.put(wiring, played(wiring, RegionSize.USUAL, SEEDS)));
    }

    private static Map<LeasesReturn, List<Outcome>> played(String wiring, RegionSize size, int seeds) {
        Map<LeasesReturn, List<Outcome>> played = new LinkedHashMap<>();
        LeasesReturn.all(wiring).forEach(each -> played.put(each, each.outcomes(wiring, size, seeds)));
        return played;
    }

    @ParameterizedTest
    @FieldSource("WIRINGS")
    void leasesAreBackInTimeOrNeverAsEachRemedyPromises(String wiring) {
        PLAYED.getOrDefault(wiring, Map.of()).forEach((each, outcomes) -> {
            if (each.within() == LeasesReturn.NEVER) {
                assertThat(outcomes)
                        .extracting(Outcome::back)
                        .as("%s: %s; seeds 1 to %d; T+", wiring, each.remedy(), SEEDS)
                        .containsOnly(LeasesReturn.NEVER);
            } else {
                assertThat(outcomes)
                        .extracting(Outcome::back)
                        .as("%s: %s; seeds 1 to %d; T+", wiring, each.remedy(), SEEDS)
                        .allSatisfy(t -> assertThat(t).isLessThanOrEqualTo(LeasesReturn.RESTORED + each.within()));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("WIRINGS")
    void theTableInTheDocsIsWhatIsPlayed(String wiring) throws IOException {
        new RecoveryTable(PAGE, wiring).compareOrWrite(PLAYED.getOrDefault(wiring, Map.of()));
    }

    @ParameterizedTest
    @FieldSource("WIRINGS")
    @EnabledIfSystemProperty(named = "leases.large", matches = ".*")
    void theTableAtAHundredThousandDropletsIsWhatIsPlayed(String wiring) throws IOException {
        new RecoveryTable(LARGE_PAGE, wiring).compareOrWrite(played(wiring, RegionSize.HUNDRED_THOUSAND, 1));
    }
}
