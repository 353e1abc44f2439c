package emptyrecord.lab.race;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.terminal.MarkdownTable;
import emptyrecord.lab.terminal.NumberText;
import emptyrecord.race.search.GuardTable;
import emptyrecord.race.timed.ApiLatency;
import emptyrecord.race.timed.GuardCost;
import emptyrecord.race.timed.Organic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Tables of long simulations: the race without a fault, and the cost of each guard. */
public final class RaceTables {

    public static final List<Double> SLOWNESS = List.of(1.0, 8.0, 16.0, 24.0, 32.0);

    private final PrintWriter out;

    public RaceTables(PrintWriter out) {
        this.out = out;
    }

    public int guards(long seed, int seeds) {
        out.printf("random schedules of seeds %d to %d, each with a fair continuation%n%n", seed, seed + seeds - 1);
        MarkdownTable table = new MarkdownTable(out, "guard", "empty", "stale", "stuck");
        for (String guard : GuardTable.names()) {
            GuardTable.Row row = GuardTable.COMMITTED.row(guard, seed, seeds);
            table.row(guard, cell(row.empty()), cell(row.stale()), cell(row.stuck()));
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
        MarkdownTable table = new MarkdownTable(
                out,
                "slow for",
                "factor",
                "lost locks a day",
                "most in a row",
                "furthest behind",
                "older plan live, a month",
                "behind by more than the clean-up age, a month",
                "emptied");
        for (ApiLatency.Where where : ApiLatency.Where.values()) {
            for (double factor : factors) {
                if (where == ApiLatency.Where.EVERYONE || factor > 1) {
                    row(
                            table,
                            Organic.simulate(seed, new ApiLatency(ApiLatency.CALM.callSeconds(), factor, where), days));
                }
            }
        }
        return ExitStatus.OK;
    }

    private static void row(MarkdownTable table, Organic.Days days) {
        table.row(
                days.latency().where() == ApiLatency.Where.EVERYONE ? "everyone" : "one enactor",
                NumberText.fixed(days.latency().slowness(), 0),
                NumberText.fixed((double) days.lostLocks() / days.days(), 0),
                days.lostInARow(),
                days.furthestBehind(),
                NumberText.fixed(days.perMonth(days.staleFlips()), 1),
                NumberText.fixed(days.perMonth(days.behindEnough()), 1),
                days.emptied());
    }

    public int prices(long seed, long days) {
        for (int factor : List.of(1, 8)) {
            ApiLatency latency = new ApiLatency(ApiLatency.CALM.callSeconds(), factor, ApiLatency.Where.EVERYONE);
            out.printf(
                    "Route 53's changes %d times as slow, no fault, seed %d, %d incident days a line%n%n",
                    factor, seed, days);
            MarkdownTable table = new MarkdownTable(
                    out,
                    "guard",
                    "plan to live: half / 99 %",
                    "age of the live plan: half / 99 %",
                    "calls an hour",
                    "flips refused a day",
                    "endpoints left as they were a day",
                    "passes without clean-up a day",
                    "trees",
                    "acted");
            GuardTable.names().forEach(guard -> row(table, GuardCost.of(guard, seed, latency, days)));
            out.println();
        }
        return ExitStatus.OK;
    }

    private static void row(MarkdownTable table, GuardCost price) {
        table.row(
                price.guard(),
                minutes(price.median()) + " / " + minutes(price.slowest()),
                minutes(price.medianAge()) + " / " + minutes(price.oldestAge()),
                NumberText.fixed(price.callsPerHour(), 0),
                NumberText.fixed(price.refusedPerDay(), 1),
                NumberText.fixed(price.skippedPerDay(), 1),
                NumberText.fixed(price.incompletePerDay(), 1),
                price.trees(),
                price.acted());
    }

    private static String minutes(Duration duration) {
        return NumberText.fixed(duration.toMillis() / 60_000.0, 1) + " min";
    }
}
