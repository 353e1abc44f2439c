package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.run.Browser;
import emptyrecord.lab.run.RunEntry;
import emptyrecord.lab.run.RunStore;
import emptyrecord.lab.terminal.NumberText;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab runs}: lists the runs of all regions of this machine; opens, judges and deletes them. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists the runs of all regions on this machine, newest first; opens, judges or deletes them.",
        footer = "RUN is the id of a run, a unique part of it, a folder, or 'last'.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = JudgeCommand.class)
public final class RunsCommand implements Callable<Integer> {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunStore store = RunStore.of(spec);
        List<RunEntry> runs = store.all();
        if (runs.isEmpty()) {
            out().println("there is no run in " + store.root() + " yet; ./lab replay or ./lab scenario run plays one");
            return ExitStatus.OK;
        }
        table(runs).lines(Terminals.columns()).forEach(out()::println);
        return ExitStatus.OK;
    }

    static Table table(List<RunEntry> runs) {
        Table table = new Table("run", "when", "kind", "region", "speed", "seed", "verdict", "MiB");
        for (RunEntry run : runs) {
            table.row(
                    run.id(),
                    WHEN.format(run.started()),
                    run.kind(),
                    run.region().isEmpty() ? "-" : run.region(),
                    NumberText.plain(run.speed()),
                    run.seed(),
                    run.verdict(),
                    String.format(Locale.ROOT, "%.1f", run.bytes() / (double) (1 << 20)));
        }
        return table;
    }

    @Command(
            name = "open",
            mixinStandardHelpOptions = true,
            description = "Opens a run's report or debrief in the browser; where there is none, prints its path.")
    int open(@Parameters(paramLabel = "RUN", defaultValue = RunStore.LAST, description = "Default: last.") String run) {
        RunEntry entry = RunStore.of(spec).find(run);
        Path page = entry.page()
                .orElseThrow(() -> new LabException(
                        "run " + entry.id() + " has no report yet; ./lab judge " + entry.id() + " writes it"));
        out().println(page);
        Browser.open(page);
        return ExitStatus.OK;
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Deletes runs after a confirmation; --yes skips it.")
    int delete(
            @Parameters(paramLabel = "RUN", arity = "1..*") List<String> wanted,
            @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        RunStore store = RunStore.of(spec);
        List<RunEntry> runs = new ArrayList<>();
        wanted.forEach(w -> runs.add(store.find(w)));
        table(runs).lines(Terminals.columns()).forEach(out()::println);
        if (!yes && !confirmed(runs.size())) {
            out().println("nothing deleted");
            return ExitStatus.OK;
        }
        runs.stream().distinct().forEach(store::delete);
        out().println("deleted " + runs.stream().distinct().count());
        return ExitStatus.OK;
    }

    private boolean confirmed(int count) {
        out().print("delete " + (count == 1 ? "this run" : "these " + count + " runs") + "? [y/N] ");
        out().flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            return false;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
