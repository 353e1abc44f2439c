package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.call.CallGuard;
import emptyrecord.dwfm.core.host.LeasesReturn.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** {@link LeasesReturn} for the guards around a worker's calls, and their table in docs/collapse.md. */
class CallGuardsReturnTest {

    private static final int SEEDS = 5;
    private static final DocTable TABLE = new DocTable(
            Path.of("../docs/collapse.md"),
            "| Guard around the calls | 95 % of the leases held | calls to DynamoDB | state checks for nothing | launches refused |");
    private static final double GAP = 11;

    @Test
    void eachKeepsItsPromiseAndTheTableInTheDocsIsWhatIsPlayed() throws Exception {
        Map<LeasesReturn, List<Outcome>> played = new LinkedHashMap<>();
        all().forEach(each -> played.put(each, each.outcomes(Wiring.NAMES.getFirst(), RegionSize.USUAL, SEEDS)));
        played.forEach((each, outcomes) -> assertThat(outcomes)
                .as("%s; seeds 1 to %d", each.remedy(), SEEDS)
                .allSatisfy(o -> assertThat(kept(each, o)).isTrue()));
        TABLE.holds(played.entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue()))
                .toList());
    }

    private static boolean kept(LeasesReturn each, Outcome outcome) {
        return Double.isInfinite(each.within()) == Double.isInfinite(outcome.back())
                && outcome.back() <= LeasesReturn.RESTORED + each.within();
    }

    private static List<LeasesReturn> all() {
        List<LeasesReturn> all = new ArrayList<>();
        for (CallGuard guard : CallGuard.values()) {
            boolean helps = guard == CallGuard.HANDSHAKE_BULKHEAD;
            String name = "`" + guard.id() + "`";
            all.add(of(name + " from the start", r -> r.guard(guard), helps ? 45 : LeasesReturn.NEVER));
            all.add(of(name + " at T+266", r -> late(r, () -> r.guard(guard)), helps ? 150 : LeasesReturn.NEVER));
            all.add(of(
                    name + " at T+266, and restarts",
                    r -> late(r, () -> r.guard(guard)).restarts(LeasesReturn.OPERATORS, GAP),
                    helps ? 150 : LeasesReturn.NEVER));
        }
        all.add(of(
                "`dwfm.handshake-bulkhead` at T+266, throttle and restarts",
                r -> late(r, () -> r.guard(CallGuard.HANDSHAKE_BULKHEAD))
                        .throttle(LeasesReturn.OPERATORS, 0.27)
                        .restarts(LeasesReturn.OPERATORS, GAP),
                165));
        all.add(of(
                "the two breakers and the time limit from the start",
                CallGuardsReturnTest::faultTolerance,
                LeasesReturn.NEVER));
        all.add(of("all six guards on resilience4j from the start", CallGuardsReturnTest::everything, 75));
        all.add(of("all six at T+266", r -> late(r, () -> everything(r)), 175));
        all.add(of("`dwfm.stale-drop` from the start", r -> r.guard(GuardNames.STALE_DROP), 40));
        all.add(of(
                "the same, and `dwfm.dynamo-breaker`",
                r -> r.guard(GuardNames.STALE_DROP).guard(CallGuard.DYNAMO_BREAKER),
                40));
        return all;
    }

    private static LeasesReturn of(String remedy, Consumer<RegionSimulator> means, double within) {
        return new LeasesReturn(remedy, means, within);
    }

    private static RegionSimulator late(RegionSimulator region, Runnable means) {
        return region.script(LeasesReturn.OPERATORS, means);
    }

    private static void faultTolerance(RegionSimulator region) {
        region.guard(CallGuard.DYNAMO_BREAKER).guard(CallGuard.DROPLET_BREAKER).guard(CallGuard.TIME_LIMITER);
    }

    private static void everything(RegionSimulator region) {
        faultTolerance(region);
        region.guard(CallGuard.HANDSHAKE_BULKHEAD).guard(GuardNames.ADMISSION).guard(GuardNames.BACKOFF_JITTER);
    }

    private static String row(LeasesReturn each, List<Outcome> outcomes) {
        return "| "
                + String.join(
                        " | ",
                        each.remedy(),
                        back(outcomes),
                        mean(outcomes, Outcome::calls),
                        mean(outcomes, Outcome::wasted),
                        mean(outcomes, Outcome::refused) + " of " + mean(outcomes, Outcome::asked))
                + " |";
    }

    private static String back(List<Outcome> outcomes) {
        double first = outcomes.stream().mapToDouble(Outcome::back).min().orElseThrow();
        double last = outcomes.stream().mapToDouble(Outcome::back).max().orElseThrow();
        if (Double.isInfinite(last)) {
            return "never";
        }
        return first == last
                ? String.format(Locale.ROOT, "T+%.0f", first)
                : String.format(Locale.ROOT, "T+%.0f to T+%.0f", first, last);
    }

    private static String mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return String.valueOf(
                Math.round(outcomes.stream().mapToDouble(figure).average().orElseThrow()));
    }
}
