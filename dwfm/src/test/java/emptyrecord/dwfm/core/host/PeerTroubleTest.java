package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.call.CallGuard;
import emptyrecord.dwfm.core.call.TimeLimit;
import emptyrecord.dwfm.core.host.PeerTrouble.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Where the guards around a worker's calls help and where they harm, and the table of docs/collapse.md. */
class PeerTroubleTest {

    private static final int SEEDS = 5;
    private static final DocTable TABLE = new DocTable(
            Path.of("../docs/collapse.md"),
            "| What fails | Guard | leases held at its end | four hours later | leases lost | state checks for nothing |");
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final List<String> rows = new ArrayList<>();

    @Test
    void theTableInTheDocsIsWhatIsPlayed() throws Exception {
        silentDynamo();
        emptyName();
        silentDroplets();
        oneSilentDroplet();
        goneDroplets();
        shortLimit();
        TABLE.holds(rows);
    }

    /** Each call blocks its worker for two real seconds, which are two minutes at speed 60. */
    private void silentDynamo() {
        String what = "DynamoDB answers no call for 20 min; a call takes 2 min to fail";
        Outcome none = play(what, "none", r -> r.silence(20, 2), 20);
        Outcome guarded = play(what, CallGuard.DYNAMO_BREAKER, r -> r.silence(20, 2), 20);
        assertThat(none.later()).as("it collapses").isLessThan(0.1);
        assertThat(guarded.later()).as("helps: a worker waits for nobody").isGreaterThan(0.98);
    }

    /** What is connected goes on; the breaker knows one DynamoDB only. */
    private void emptyName() {
        String what = "DynamoDB's name is empty for 100 min; what is connected goes on";
        Outcome none = play(what, "none", r -> r.outage(100), 100);
        Outcome guarded = play(what, CallGuard.DYNAMO_BREAKER, r -> r.outage(100), 100);
        assertThat(guarded.atEnd()).as("harms: it also stops calls that work").isLessThan(none.atEnd() - 0.1);
    }

    private void silentDroplets() {
        String what = "all droplets are silent for 30 min";
        Outcome none = play(what, "none", r -> r.silentDroplets(30, 62), 30);
        Outcome guarded = play(what, CallGuard.DROPLET_BREAKER, r -> r.silentDroplets(30, 62), 30);
        Outcome limited = play(what, CallGuard.TIME_LIMITER, r -> r.silentDroplets(30, 62), 30);
        assertThat(List.of(none.later(), limited.later()))
                .as("with all droplets silent half the wait is too long as well")
                .allSatisfy(held -> assertThat(held).isLessThan(0.1));
        assertThat(guarded.later()).as("helps").isGreaterThan(0.98);
    }

    private void oneSilentDroplet() {
        String what = "one droplet of each host is silent for 120 min";
        Outcome none = play(what, "none", r -> r.silentDroplets(120, 1), 120);
        Outcome guarded = play(what, CallGuard.DROPLET_BREAKER, r -> r.silentDroplets(120, 1), 120);
        Outcome limited = play(what, CallGuard.TIME_LIMITER, r -> r.silentDroplets(120, 1), 120);
        Outcome places = play(what, CallGuard.HANDSHAKE_BULKHEAD, r -> r.silentDroplets(120, 1), 120);
        assertThat(List.of(none.later(), guarded.later()))
                .as("one of 62 never makes a half of the calls")
                .allSatisfy(held -> assertThat(held).isLessThan(0.1));
        assertThat(limited.atEnd()).as("helps").isGreaterThan(0.95);
        assertThat(places.later()).as("helps late").isGreaterThan(0.98);
        assertThat(places.atEnd()).isLessThan(0.6);
    }

    private void goneDroplets() {
        String what = "30 of each host's 62 droplets refuse at once for 120 min";
        Consumer<RegionSimulator> means = r -> r.goneDroplets(120, 30, AT_ONCE);
        Outcome none = play(what, "none", means, 120);
        Outcome guarded = play(what, CallGuard.DROPLET_BREAKER, means, 120);
        assertThat(guarded.atEnd())
                .as("harms: the well ones lose their leases too")
                .isLessThan(none.atEnd() - 0.1);
    }

    private void shortLimit() {
        String what = "nothing for 120 min";
        Outcome none = play(what, "none", r -> {}, 120);
        Outcome cut = play(
                what,
                "`dwfm.time-limiter` with 10 s instead of 90",
                r -> {
                    r.timeLimit = new TimeLimit(Duration.ofSeconds(10));
                    r.guard(CallGuard.TIME_LIMITER);
                },
                120);
        assertThat(none.atEnd()).isGreaterThan(0.98);
        assertThat(cut.atEnd()).as("harms: shorter than a handshake").isLessThan(none.atEnd() - 0.1);
    }

    private Outcome play(String trouble, CallGuard guard, Consumer<RegionSimulator> means, double end) {
        return play(trouble, "`" + guard.id() + "`", r -> means.accept(r.guard(guard)), end);
    }

    private Outcome play(String trouble, String guard, Consumer<RegionSimulator> means, double end) {
        List<Outcome> all = new PeerTrouble(trouble, guard, means, end).outcomes(SEEDS);
        Outcome mean = new Outcome(
                mean(all, Outcome::atEnd),
                Math.round(mean(all, Outcome::lost)),
                mean(all, Outcome::later),
                Math.round(mean(all, Outcome::wasted)));
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %s | %.0f %% | %.0f %% | %d | %d |",
                trouble,
                guard,
                mean.atEnd() * 100,
                mean.later() * 100,
                mean.lost(),
                mean.wasted()));
        return mean;
    }

    private static double mean(List<Outcome> all, ToDoubleFunction<Outcome> figure) {
        return all.stream().mapToDouble(figure).average().orElseThrow();
    }
}
