package emptyrecord.lab.race;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.race.search.GuardTable;
import emptyrecord.race.timed.ApiLatency;
import emptyrecord.race.timed.GuardCost;
import emptyrecord.race.timed.Organic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Tables of long simulations: the race without a fault, and the cost of each guard. */
public final class RaceTables {

    public static final List<Double> SLOWNESS = List.of(1.0, 8.0, 16.0, 24.0, 32.0);

    private final PrintWriter out;

    public RaceTables(PrintWriter out) {
        this.out = out;
    }

    public int guards(long seed, int seeds) {
        out.printf("random schedules of seeds %d to %d, each with a fair continuation%n%n", seed, seed + seeds - 1);
        out.println("| guard | empty | stale | stuck |");
        out.println("| --- | --- | --- | --- |");
        for (String guard : GuardTable.names()) {
            GuardTable.Row row = GuardTable.COMMITTED.row(guard, seed, seeds);
            out.printf("| %s | %s | %s | %s |%n", guard, cell(row.empty()), cell(row.stale()), cell(row.stuck()));
            out.flush();
        }
        return ExitStatus.OK;
    }

    private static String cell(int count) {
        return (count > 0 ? "yes, " : "no, ") + count;
    }

    /** @param factors on the waits that stand for AWS's API */
    public int organic(long seed, long days, List<Double> factors) {
        out.printf(
                "no fault injected, night's settings, four endpoints, seed %d, %d incident days a line%n%n",
                seed, days);
        out.println(
                "| slow for | factor | lost locks a day | most in a row | furthest behind | older plan live, a month"
                        + " | behind by more than the clean-up age, a month | emptied |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (ApiLatency.Where where : ApiLatency.Where.values()) {
            for (double factor : factors) {
                if (where == ApiLatency.Where.EVERYONE || factor > 1) {
                    row(Organic.simulate(seed, new ApiLatency(ApiLatency.CALM.callSeconds(), factor, where), days));
                }
            }
        }
        return ExitStatus.OK;
    }

    private void row(Organic.Days days) {
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %d | %d | %.1f | %.1f | %d |%n",
                days.latency().where() == ApiLatency.Where.EVERYONE ? "everyone" : "one enactor",
                days.latency().slowness(),
                (double) days.lostLocks() / days.days(),
                days.lostInARow(),
                days.furthestBehind(),
                days.perMonth(days.staleFlips()),
                days.perMonth(days.behindEnough()),
                days.emptied());
        out.flush();
    }

    public int prices(long seed, long days) {
        for (int factor : List.of(1, 8)) {
            ApiLatency latency = new ApiLatency(ApiLatency.CALM.callSeconds(), factor, ApiLatency.Where.EVERYONE);
            out.printf(
                    "Route 53's changes %d times as slow, no fault, seed %d, %d incident days a line%n%n",
                    factor, seed, days);
            out.println("| guard | plan to live: half / 99 % | age of the live plan: half / 99 % | calls an hour"
                    + " | flips refused a day"
                    + " | endpoints left as they were a day | passes without clean-up a day | trees | acted |");
            out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            GuardTable.names().forEach(guard -> row(GuardCost.of(guard, seed, latency, days)));
            out.println();
        }
        return ExitStatus.OK;
    }

    private void row(GuardCost price) {
        out.printf(
                Locale.ROOT,
                "| %s | %s / %s | %s / %s | %.0f | %.1f | %.1f | %.1f | %d | %d |%n",
                price.guard(),
                minutes(price.median()),
                minutes(price.slowest()),
                minutes(price.medianAge()),
                minutes(price.oldestAge()),
                price.callsPerHour(),
                price.refusedPerDay(),
                price.skippedPerDay(),
                price.incompletePerDay(),
                price.trees(),
                price.acted());
        out.flush();
    }

    private static String minutes(Duration duration) {
        return String.format(Locale.ROOT, "%.1f min", duration.toMillis() / 60_000.0);
    }
}
