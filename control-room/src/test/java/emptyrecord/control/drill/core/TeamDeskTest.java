package emptyrecord.control.drill.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.DrillRight;
import emptyrecord.api.drill.DrillRole;
import emptyrecord.api.drill.Proposal;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.api.drill.UpdatesDue;
import emptyrecord.night.catalogue.Measurement;
import emptyrecord.night.testkit.Nights;
import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Gauge;
import emptyrecord.scenario.Tolerance;
import emptyrecord.scenario.reader.DrillKit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A drill with roles: the page comes at minute 1, when the record of {@link Nights} is empty. */
class TeamDeskTest {

    private static final DrillCard.Trigger WORKS_AGAIN = new DrillCard.Trigger(
            new Gauge(Measurement.of("regional-answers"), null), new Tolerance(1, Double.POSITIVE_INFINITY));
    private static final DrillCard CARD = new DrillCard(
            "Customers report errors.",
            null,
            List.of("dns-record-empty"),
            "RegionalRecordEmpty",
            List.of("install-plan"),
            List.of(),
            List.of(),
            List.of(
                    new DrillCard.Demand("vice-president", 5, Optional.empty()),
                    new DrillCard.Demand("support", 5, Optional.of(WORKS_AGAIN))),
            List.of());

    private final DrillDesk desk =
            new DrillDesk(CARD, false, Optional.of(new TeamRules(true, DrillKit.stakeholders(), DrillKit.updates())));
    private double next;

    private void until(double minute) {
        for (; next <= minute; next++) {
            desk.see(next, Nights.sample(1, next), List.of(), true);
        }
    }

    private TeamDesk as(DrillRole role) {
        return desk.as(role.word()).team();
    }

    private UpdatesDue clock() {
        return Objects.requireNonNull(desk.roles().orElseThrow().view(null).updates());
    }

    private List<DrillLine> lines(Kind kind) {
        return desk.log().stream().filter(l -> l.kind() == kind).toList();
    }

    private double paged() {
        return lines(Kind.PAGE).getFirst().minute();
    }

    private ScoreSheet.Part part(String name) {
        return desk.score().parts().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(DrillRight.class)
    void whatOneRoleMayNotAnotherMay(DrillRight right) {
        assertThat(DrillRole.thatMay(right)).isNotEmpty();
        for (DrillRole role : DrillRole.values()) {
            if (role.may().contains(right)) {
                Caller.of(role).need(right);
            } else {
                assertThatThrownBy(() -> Caller.of(role).need(right))
                        .isInstanceOf(RoleRefusedException.class)
                        .hasMessageContaining("The " + role.word() + " may not " + right.meaning())
                        .hasMessageContaining(DrillRole.thatMay(right).getFirst());
            }
        }
        Caller.FACILITATOR.need(right);
        Caller.TRAINEES.need(right);
    }

    @Test
    void theFirstUpdateIsDueAfterThePageAndEachFurtherOneByTheSeverity() {
        until(2);
        assertThat(clock().nextDue()).isEqualTo(paged() + 10);
        desk.as("commander").declare(true, 2);
        assertThat(clock().nextDue()).as("the first one stays").isEqualTo(paged() + 10);
        as(DrillRole.LIAISON).update("initial", "Customers cannot read.");
        assertThat(clock()).isEqualTo(new UpdatesDue(2, 30, 32.0, null, 1, 0));
        desk.as("commander").declare(true, 1);
        assertThat(clock().nextDue()).isEqualTo(17);
        assertThat(lines(Kind.UPDATE).getFirst().ids())
                .containsEntry("by", "liaison")
                .containsEntry("dueAt", paged() + 10)
                .containsEntry("late", false);
    }

    @Test
    void anUpdateThatIsNotSentIsMissedOnceEachInterval() {
        until(2);
        double first = paged() + 10;
        until(first + 16);
        assertThat(clock().overdueSince()).isEqualTo(first);
        assertThat(clock().missed()).isEqualTo(2);
        as(DrillRole.LIAISON).update("ongoing", "Still.");
        assertThat(lines(Kind.UPDATE).getFirst().ids())
                .containsEntry("late", true)
                .containsEntry("dueAt", first);
        assertThat(clock().overdueSince()).isNull();
        as(DrillRole.LIAISON).update("resolved", "It is over.");
        assertThat(clock().nextDue()).isNull();
        until(first + 100);
        assertThat(lines(Kind.UPDATE_MISSED)).hasSize(2);
        assertThat(part("status updates").points()).as("one of three in time").isEqualTo(3);
    }

    @Test
    void nothingIsDueWhereNothingIsWrong() {
        until(2);
        desk.as("commander").declare(false);
        until(80);
        assertThat(lines(Kind.UPDATE_MISSED)).isEmpty();
        assertThat(part("status updates").most()).isZero();
        desk.as("commander").declare(true, 3);
        assertThat(clock().nextDue()).isEqualTo(90);
    }

    @Test
    void aStakeholderComesAtAMinuteAndAsksAgainWhenNobodyAnswersInTime() {
        until(paged(3) + 5);
        assertThat(lines(Kind.QUESTION)).hasSize(1);
        assertThat(lines(Kind.QUESTION).getFirst().text()).startsWith("Vice president: When is it over?");
        assertThatThrownBy(() -> as(DrillRole.LIAISON).answer(2, "hm")).hasMessageContaining("so far 1 question came");
        assertThatThrownBy(() -> as(DrillRole.LIAISON).answer(1, "  ")).hasMessageContaining("needs a text");
        until(paged() + 16);
        assertThat(lines(Kind.QUESTION_PUSHED))
                .extracting(DrillLine::text)
                .containsExactly("Vice president: Just your best guess.");
        assertThat(part("stakeholders").note()).contains("1 never");
        as(DrillRole.LIAISON).answer(1, "We do not know yet.");
        assertThatThrownBy(() -> as(DrillRole.LIAISON).answer(1, "again")).hasMessageContaining("is answered");
        assertThat(part("stakeholders").points()).as("late counts half").isEqualTo(5);
        desk.as("facilitator").team().ask("finance");
        as(DrillRole.LIAISON).answer(2, "We wait for the caches, until minute 40.");
        assertThat(part("stakeholders").points())
                .as("in time counts one, late one half")
                .isEqualTo(8);
        assertThatThrownBy(() -> desk.team().ask("king")).hasMessageContaining("vice-president");
    }

    private double paged(double seen) {
        until(seen);
        return paged();
    }

    @Test
    void aStakeholderWithAConditionComesWhenItHolds() {
        until(100);
        assertThat(lines(Kind.QUESTION)).noneMatch(l -> l.text().startsWith("Support"));
        until(170);
        DrillLine support = lines(Kind.QUESTION).getLast();
        assertThat(support.text()).startsWith("Support: You say that it is fixed.");
        assertThat(support.minute()).isGreaterThan(150);
    }

    @Test
    void anOperatorsProposalIsDecidedOnce() {
        until(2);
        RunbookAction action = new RunbookAction("install-plan", Map.of("plan", 7));
        assertThat(as(DrillRole.OPERATOR).propose(action)).isEqualTo(1);
        assertThat(as(DrillRole.COMMANDER).decide(1, true, "go")).isEqualTo(action);
        assertThatThrownBy(() -> as(DrillRole.COMMANDER).decide(1, false, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already approved");
        assertThatThrownBy(() -> as(DrillRole.COMMANDER).decide(2, true, null))
                .hasMessageContaining("so far 1 proposal came");
        assertThat(desk.roles().orElseThrow().view(null).proposals())
                .containsExactly(new Proposal(1, "install-plan {plan=7}", 2, Proposal.State.APPROVED));
        assertThat(lines(Kind.PROPOSAL).getFirst().ids()).containsEntry("by", "operator");
        assertThat(lines(Kind.APPROVAL).getFirst().ids()).containsEntry("by", "commander");
    }

    @Test
    void wordsAreBoundedAndKindsAreKnown() {
        until(2);
        TeamDesk team = as(DrillRole.SCRIBE);
        String most = "x".repeat(Words.CHARACTERS_MAX);
        team.note("seen", most);
        assertThatThrownBy(() -> team.note("seen", most + "x"))
                .hasMessageContaining("up to 2000 characters; this one has 2001");
        assertThatThrownBy(() -> team.note("felt", "x")).hasMessageContaining("[seen, thought, done, decided, asked]");
        assertThatThrownBy(() -> team.note(null, "x")).hasMessageContaining("Give a kind of note");
        assertThatThrownBy(() -> team.note("seen", "\u001b[2J")).hasMessageContaining("control characters");
        assertThatThrownBy(() -> team.update("initial", null)).hasMessageContaining("needs a text");
        assertThatThrownBy(() ->
                        team.update("initial", DrillKit.updates().getFirst().text()))
                .hasMessageContaining("still has blanks");
        assertThatThrownBy(() -> team.update("final", "x")).hasMessageContaining("resolved");
        assertThatThrownBy(() -> team.assign("king", "x"))
                .hasMessageContaining("[commander, scribe, liaison, operator]");
        assertThatThrownBy(() -> desk.declare(true, 4)).hasMessageContaining("give 1, 2 or 3");
        assertThatThrownBy(() -> desk.hypothesis("other", most + "x")).hasMessageContaining("up to 2000");
        assertThat(desk.log()).hasSize(lines(Kind.ALARM).size() + 2);
    }

    @Test
    void aDrillWithoutRolesHasNoneOfIt() {
        DrillDesk plain = new DrillDesk(CARD, false);
        for (double t = 0; t <= 60; t++) {
            plain.see(t, Nights.sample(1, t), List.of(), true);
        }
        plain.as("anybody").declare(true);
        assertThat(plain.log()).noneMatch(l -> l.kind() == Kind.QUESTION || l.kind() == Kind.UPDATE_MISSED);
        assertThat(plain.log().getLast().ids()).isEmpty();
        assertThatThrownBy(plain::team).hasMessageContaining("no roles");
        assertThatThrownBy(() -> plain.declare(true, 1)).hasMessageContaining("Only a drill with roles");
        assertThat(plain.score().most()).isEqualTo(100);
    }
}
