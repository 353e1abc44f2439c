package emptyrecord.customers.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.customers.ApiView;
import emptyrecord.api.customers.CustomersState;
import emptyrecord.api.customers.RecoveryView;
import emptyrecord.api.customers.StackView;
import emptyrecord.customers.core.account.Recovery;
import emptyrecord.customers.core.account.StackStanding;
import emptyrecord.customers.core.stack.Api;
import emptyrecord.customers.fleet.Fleet;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}: what each stack's clients got, and who recovered when. */
@RestController
class StateController {

    private final Fleet fleet;
    private final IncidentClock clock;

    StateController(Fleet fleet, IncidentClock clock) {
        this.fleet = fleet;
        this.clock = clock;
    }

    @GetMapping(Routes.STATE)
    CustomersState state() {
        List<StackStanding> standings = fleet.standings();
        return new CustomersState(
                standings.stream().mapToInt(StackStanding::clients).sum(),
                rounded(standings.stream()
                        .mapToDouble(StackStanding::minutesLost)
                        .sum()),
                standings.stream().map(this::view).toList());
    }

    private StackView view(StackStanding standing) {
        return new StackView(
                standing.stack().name(),
                standing.stack().setting(),
                standing.clients(),
                standing.stack().slo().objective(),
                standing.stack().slo().patience().toSeconds(),
                rounded(standing.stack().slo().budgetMinutes()),
                rounded(standing.budgetUsed()),
                rounded(standing.minutesLost()),
                standing.apis().entrySet().stream()
                        .map(e -> view(e.getKey(), e.getValue()))
                        .toList());
    }

    private ApiView view(Api api, StackStanding.Row row) {
        return new ApiView(
                api.word(),
                byWord(row.results()),
                byWord(row.reasons()),
                row.requests(),
                row.answered(),
                orNull(row.requestsPerAction()),
                orNull(row.requestsPerFailure()),
                rounded(row.minutesLost()),
                row.harmedNow(),
                row.neverUp(),
                view(row.recovery()));
    }

    private RecoveryView view(Recovery recovery) {
        return new RecoveryView(
                recovery.neverHarmed(),
                recovery.byThemselves(),
                recovery.afterRestart(),
                recovery.notYet(),
                sinceZero(recovery.firstHarmed()),
                sinceZero(recovery.median()),
                sinceZero(recovery.lastOne()),
                rounded(IncidentClock.toMinutes(recovery.longest())));
    }

    private @Nullable Double sinceZero(@Nullable Instant incident) {
        return incident == null
                ? null
                : clock.minutesSinceZero(clock.toWall(incident))
                        .map(StateController::rounded)
                        .orElse(null);
    }

    private static <E extends Enum<E>> Map<String, Long> byWord(Map<E, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        counts.forEach((key, count) -> words.put(key.name().toLowerCase(Locale.ROOT), count));
        return words;
    }

    private static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? (Double) rounded(value) : null;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
