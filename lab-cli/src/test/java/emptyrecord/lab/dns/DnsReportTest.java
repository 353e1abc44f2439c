package emptyrecord.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.TreeNames;
import emptyrecord.lab.dns.DnsSnapshot.EnactorSeen;
import emptyrecord.lab.dns.DnsSnapshot.EnactorState;
import emptyrecord.lab.dns.DnsSnapshot.EndpointSeen;
import emptyrecord.lab.dns.DnsSnapshot.PlannerSeen;
import emptyrecord.lab.terminal.Fit;
import emptyrecord.lab.terminal.Table;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsReportTest {

    private static final Instant NOW = Instant.parse("2026-01-01T06:48:00Z");
    private static final DnsAnswer ADDRESS =
            new DnsAnswer.Addresses(List.of(InetAddress.ofLiteral("127.0.1.10")), Duration.ofSeconds(60));
    private static final DnsAnswer EMPTY = new DnsAnswer.Empty(Duration.ofSeconds(900));
    private static final EnactorState AT_REST = new EnactorState(none(), "", "poll", 0, OptionalLong.of(145), false);

    private static OptionalLong none() {
        return OptionalLong.empty();
    }

    private static DnsSnapshot look(Zone zone, DnsAnswer answer, EnactorState enactor) {
        return new DnsSnapshot(
                Optional.of(NOW),
                Optional.of(new PlannerSeen(OptionalLong.of(146), false)),
                List.of(new EnactorSeen("dns-enactor-c", Optional.of(enactor))),
                List.of(new EndpointSeen("regional", Zone.REGIONAL, Optional.of(zone.records()), answer)));
    }

    private static String shown(DnsSnapshot look) {
        return String.join("\n", lines(look, Table.UNLIMITED));
    }

    private static List<String> lines(DnsSnapshot look, int columns) {
        return DnsReport.lines(look, new DnsReport.Form(Colours.PLAIN, columns), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void noLineIsLongerThanTheTerminalAndNothingIsLeftOut(int columns) {
        Zone zone = Zone.with("plan-110", "plan-145")
                .lock("dns-enactor-b", NOW.plusSeconds(30).getEpochSecond())
                .tree("plan-145");
        List<String> lines = lines(look(zone, EMPTY, AT_REST), columns);
        assertThat(lines).allMatch(line -> Fit.columns(line) <= columns);
        assertThat(String.join(" ", lines)).contains("WRONG", "dangling", "the tree of regional");
    }

    @Test
    void atEightyColumnsAnEndpointIsOneLineAndWhatIsWrongStandsAboveTheTree() {
        Zone zone = Zone.with("plan-145", "plan-144")
                .lock("dns-enactor-a", 0)
                .tree("plan-144")
                .tree("plan-145");
        List<String> lines = lines(look(zone, ADDRESS, AT_REST), 80);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("regional"))
                .singleElement()
                .asString()
                .contains("127.0.1.10", "plan 145", "plan 144", "free (last dns-enactor-a)", "144-145");
        assertThat(lines.indexOf("nothing is wrong")).isLessThan(lines.indexOf("the tree of regional"));
    }

    @Test
    void onAQuietDayNothingIsWrong() {
        Zone zone = Zone.with("plan-145", "plan-144")
                .lock("dns-enactor-a", 0)
                .tree("plan-144")
                .tree("plan-145");
        assertThat(shown(look(zone, ADDRESS, AT_REST)))
                .contains("newest: plan 146", "applied: plan 145", "127.0.1.10", "free (last dns-enactor-a)", "144-145")
                .contains("ALIAS -> plan-145." + Zone.REGIONAL, "lb-1a    weight 100")
                .contains("nothing is wrong");
    }

    @Test
    void theNightsRecordIsEmptyDanglingStaleAndWentBack() {
        Zone zone = Zone.with("plan-110", "plan-145")
                .lock("dns-enactor-b", NOW.plusSeconds(30).getEpochSecond())
                .tree("plan-145")
                .tree("plan-146");
        assertThat(shown(look(zone, EMPTY, AT_REST)))
                .contains("NOERROR, ANSWER: 0", "plan 110 GONE", "dns-enactor-b until 06:48:30")
                .contains("WRONG  regional: empty answer")
                .contains("WRONG  regional: dangling ALIAS: plan 110")
                .contains("WRONG  regional: stale plan active: plan 110 is 36 generations behind")
                .contains("WRONG  regional: went back: plan 110 replaced the newer plan 145")
                .doesNotContain("rollback missing", "nothing is wrong");
    }

    @Test
    void withUuidNamesThePlansAreStillTold() {
        String old = uuid(110);
        Zone zone = Zone.with(old, uuid(145)).tree(uuid(145));
        assertThat(shown(look(zone, EMPTY, AT_REST)))
                .contains(old.substring(0, 8) + ".. = plan 110 GONE", "ALIAS -> " + old + "." + Zone.REGIONAL)
                .contains("went back: " + old.substring(0, 8) + ".. = plan 110 replaced the newer plan 145");
    }

    private static String uuid(long plan) {
        return TreeNames.UUIDS.tree(Zone.REGIONAL, plan).substring(0, 36);
    }

    @Test
    void aMissingRollbackIsNamedWhetherTheAliasOrItsTargetIsGone() {
        Zone gone = Zone.with("plan-146", "plan-130").tree("plan-146");
        assertThat(shown(look(gone, ADDRESS, AT_REST)))
                .contains("WRONG  regional: rollback missing: it points at plan 130");

        Zone none = new Zone().tree("plan-146");
        assertThat(shown(look(none, ADDRESS, AT_REST)))
                .contains("no ALIAS to a tree", "rollback missing: there is no way back");
    }

    @Test
    void anOldPlanInAnEnactorsMemoryIsNotedBeforeItDoesHarm() {
        Zone zone = Zone.with("plan-146", "plan-145").tree("plan-145").tree("plan-146");
        EnactorState loser = new EnactorState(OptionalLong.of(110), "regional", "back-off", 6, none(), false);
        assertThat(shown(look(zone, ADDRESS, loser)))
                .contains("holds: plan 110", "back-off at regional, locks lost in a row: 6")
                .contains("note   dns-enactor-c: holds a plan in its memory that is 36 generations old");
    }

    @Test
    void whoIsSilentIsNamed() {
        DnsSnapshot dark = new DnsSnapshot(
                Optional.empty(),
                Optional.empty(),
                List.of(new EnactorSeen("dns-enactor-a", Optional.empty())),
                List.of(new EndpointSeen(
                        "regional", Zone.REGIONAL, Optional.empty(), new DnsAnswer.ServerDead("timed out"))));
        assertThat(shown(dark))
                .contains("note   planner: does not answer", "note   dns-enactor-a: does not answer")
                .contains("its zone cannot be read", "WRONG  regional: DNS gives no answer: timed out");
    }

    @Test
    void whatIsWrongIsRedOnATerminalAndInWordsEverywhere() {
        Zone zone = Zone.with("plan-110", "plan-145").tree("plan-145");
        List<String> lines = DnsReport.lines(
                look(zone, EMPTY, AT_REST), new DnsReport.Form(Colours.ANSI, Table.UNLIMITED), Optional.of("regional"));
        assertThat(lines)
                .filteredOn(l -> l.contains("WRONG"))
                .hasSize(4)
                .allMatch(l -> l.matches("\u001b\\[(1;31|31;1)m.*"));
        assertThat(shown(look(zone, EMPTY, AT_REST))).doesNotContain("\u001b");
    }
}
