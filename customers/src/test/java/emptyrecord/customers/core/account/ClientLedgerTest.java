package emptyrecord.customers.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.customers.core.stack.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClientLedgerTest {

    private static final Instant START = Instant.parse("2025-10-20T06:48:00Z");

    private final ClientLedger ledger = new ClientLedger(List.of(Api.READ, Api.WRITE), Duration.ofMinutes(1));

    private static Instant minute(double minute) {
        return START.plusMillis(Math.round(minute * 60_000));
    }

    private void works(Api api, double at) {
        ledger.end(ledger.begin(api, minute(at)), ActionEnd.worked(1, 1), minute(at));
    }

    private void fails(Api api, double at) {
        ledger.end(ledger.begin(api, minute(at)), ActionEnd.failed(9, 0, Reason.UNRESOLVED), minute(at));
    }

    private double lost(Api api, double at) {
        return of(api, at).lost().toMillis() / 60_000.0;
    }

    private ApiStanding of(Api api, double at) {
        return Objects.requireNonNull(ledger.standing(minute(at)).apis().get(api));
    }

    private Spell longest(Api api, double at) {
        return Objects.requireNonNull(of(api, at).longest());
    }

    @Test
    void aCustomerLosesTheTimeFromAFailureUntilTheNextActionThatWorks() {
        works(Api.READ, 0);
        fails(Api.READ, 2);
        fails(Api.READ, 4);
        assertThat(lost(Api.READ, 5)).isEqualTo(3);
        works(Api.READ, 6);
        assertThat(lost(Api.READ, 100)).isEqualTo(4);
        assertThat(longest(Api.READ, 100)).isEqualTo(new Spell(minute(2), minute(6), false));
    }

    @Test
    void whoHasNeverWorkedLosesNothing() {
        fails(Api.READ, 0);
        assertThat(lost(Api.READ, 50)).isZero();
        assertThat(of(Api.READ, 50).longest()).isNull();
        assertThat(of(Api.READ, 50).everWorked()).isFalse();
    }

    @Test
    void timeWithoutTwoApisCountsOnceForTheClient() {
        works(Api.READ, 0);
        works(Api.WRITE, 0);
        fails(Api.READ, 10);
        fails(Api.WRITE, 12);
        works(Api.READ, 20);
        works(Api.WRITE, 25);
        assertThat(lost(Api.READ, 30)).isEqualTo(10);
        assertThat(lost(Api.WRITE, 30)).isEqualTo(13);
        assertThat(ledger.standing(minute(30)).lost()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void anActionThatTakesTooLongHasFailedWhenPatienceWasOverAndDoesNotCountAsWorkedLater() {
        works(Api.READ, 0);
        long hangs = ledger.begin(Api.READ, minute(2));
        assertThat(lost(Api.READ, 10)).isEqualTo(7);
        ledger.end(hangs, ActionEnd.worked(40, 1), minute(12));
        assertThat(lost(Api.READ, 13)).isEqualTo(10);
        ApiStanding read = of(Api.READ, 13);
        assertThat(read.results()).containsEntry(Result.TOO_LATE, 1L).containsEntry(Result.WORKED, 1L);
        assertThat(read.requests()).isEqualTo(41);
        assertThat(read.requestsOfFailures()).isEqualTo(40);
    }

    @Test
    void theFirstActionOfANewProcessThatWorksIsARecoveryByRestart() {
        works(Api.READ, 0);
        fails(Api.READ, 2);
        ledger.restarted(minute(3));
        works(Api.READ, 4);
        assertThat(longest(Api.READ, 5).afterRestart()).isTrue();
    }

    @Test
    void aRestartThatDidNotHelpIsNotTheCause() {
        works(Api.READ, 0);
        fails(Api.READ, 2);
        ledger.restarted(minute(3));
        fails(Api.READ, 4);
        works(Api.READ, 6);
        assertThat(longest(Api.READ, 7).afterRestart()).isFalse();
    }

    @Test
    void whatTheOldProcessStillEndsSaysNothingAboutTheNewOne() {
        works(Api.READ, 0);
        fails(Api.READ, 2);
        long old = ledger.begin(Api.READ, minute(2.5));
        ledger.restarted(minute(3));
        ledger.end(old, ActionEnd.failed(1, 0, Reason.UNRESOLVED), minute(3.2));
        works(Api.READ, 4);
        assertThat(longest(Api.READ, 5).afterRestart()).isTrue();
    }

    @Test
    void aRestartOfAHealthyClientIsNoHarm() {
        works(Api.READ, 0);
        ledger.restarted(minute(1));
        works(Api.READ, 2);
        assertThat(of(Api.READ, 3).longest()).isNull();
    }

    @Test
    void anOldValueCountsAsWorkedAndIsCountedApart() {
        works(Api.READ, 0);
        ledger.end(ledger.begin(Api.READ, minute(2)), new ActionEnd(Result.WORKED_STALE, 9, 0, Reason.NONE), minute(2));
        assertThat(lost(Api.READ, 9)).isZero();
        assertThat(of(Api.READ, 9).results()).containsEntry(Result.WORKED_STALE, 1L);
    }

    @Test
    void anActionWithoutARequestWasNeverTried() {
        assertThat(ActionEnd.failed(0, 0, Reason.BREAKER_OPEN).result()).isEqualTo(Result.NEVER_TRIED);
        assertThat(ActionEnd.failed(1, 0, Reason.UNRESOLVED).result()).isEqualTo(Result.FAILED);
    }

    @Test
    void anActionOfAnotherKindIsADefect() {
        assertThatThrownBy(() -> works(Api.REQUEST, 0)).hasMessageContaining("it makes [READ, WRITE]");
    }
}
