package emptyrecord.customers.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import emptyrecord.customers.core.stack.Api;
import emptyrecord.customers.core.stack.Stack;
import emptyrecord.customers.core.stack.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StackStandingTest {

    private static final Instant ZERO = Instant.parse("2025-10-20T06:48:00Z");
    private static final Stack STACK = Stacks.all().getFirst();

    private static ClientStanding client(int fromMinute, int untilMinute, boolean restart) {
        ClientLedger ledger =
                new ClientLedger(STACK.target().apis(), STACK.slo().patience());
        for (Api api : STACK.target().apis()) {
            ledger.end(ledger.begin(api, ZERO), ActionEnd.worked(1, 1), ZERO);
        }
        Instant from = ZERO.plus(Duration.ofMinutes(fromMinute));
        Instant until = ZERO.plus(Duration.ofMinutes(untilMinute));
        ledger.end(ledger.begin(Api.READ, from), ActionEnd.failed(9, 0, Reason.UNRESOLVED), from);
        if (restart) {
            ledger.restarted(until);
        }
        ledger.end(ledger.begin(Api.READ, until), ActionEnd.worked(1, 1), until);
        return ledger.standing(until);
    }

    private static ClientStanding unharmed() {
        ClientLedger ledger =
                new ClientLedger(STACK.target().apis(), STACK.slo().patience());
        STACK.target().apis().forEach(api -> ledger.end(ledger.begin(api, ZERO), ActionEnd.worked(1, 1), ZERO));
        return ledger.standing(ZERO);
    }

    private static StackStanding.Row reads(List<ClientStanding> clients) {
        StackStanding standing = StackStanding.of(STACK, clients, ZERO.plus(Duration.ofMinutes(200)));
        return Objects.requireNonNull(standing.apis().get(Api.READ));
    }

    @Test
    void theTableOfWhoRecoveredWhen() {
        List<ClientStanding> clients = new ArrayList<>();
        clients.add(unharmed());
        clients.add(client(1, 157, false));
        clients.add(client(2, 172, false));
        clients.add(client(2, 190, true));
        Recovery recovery = reads(clients).recovery();
        assertThat(recovery.neverHarmed()).isEqualTo(1);
        assertThat(recovery.byThemselves()).isEqualTo(2);
        assertThat(recovery.afterRestart()).isEqualTo(1);
        assertThat(recovery.notYet()).isZero();
        assertThat(recovery.firstHarmed()).isEqualTo(ZERO.plus(Duration.ofMinutes(1)));
        assertThat(recovery.median()).isEqualTo(ZERO.plus(Duration.ofMinutes(172)));
        assertThat(recovery.lastOne()).isEqualTo(ZERO.plus(Duration.ofMinutes(190)));
        assertThat(recovery.longest()).isEqualTo(Duration.ofMinutes(188));
    }

    @Test
    void minutesAddUpAndTheBudgetIsTheMeanClients() {
        StackStanding standing =
                StackStanding.of(STACK, List.of(unharmed(), client(0, 144, false)), ZERO.plus(Duration.ofMinutes(200)));
        assertThat(standing.minutesLost()).isEqualTo(144);
        assertThat(standing.budgetUsed()).isCloseTo(72 / 43.2, within(1e-9));
    }

    @Test
    void amplificationIsRequestsPerAction() {
        StackStanding.Row row = reads(List.of(client(1, 2, false)));
        assertThat(row.requestsPerAction()).isCloseTo(11 / 3.0, within(1e-9));
        assertThat(row.requestsPerFailure()).isEqualTo(9);
        assertThat(row.reasons()).containsEntry(Reason.UNRESOLVED, 1L);
    }

    @Test
    void aClientThatHasNeverWorkedIsNeitherHarmedNorUnharmed() {
        ClientLedger ledger =
                new ClientLedger(STACK.target().apis(), STACK.slo().patience());
        StackStanding.Row row = reads(List.of(ledger.standing(ZERO)));
        assertThat(row.neverUp()).isEqualTo(1);
        assertThat(row.recovery().neverHarmed()).isZero();
        assertThat(row.requestsPerAction()).isNaN();
    }
}
