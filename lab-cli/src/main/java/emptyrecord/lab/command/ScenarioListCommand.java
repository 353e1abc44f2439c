package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./lab scenario list}: the scenarios that come with the lab. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the scenarios that come with the lab.")
final class ScenarioListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ScenarioFiles files = new ScenarioFiles();
        Table table = new Table("scenario", "title", "tags");
        for (String name : files.names()) {
            Scenario scenario = files.shipped(name);
            table.row(name, scenario.title(), String.join(", ", scenario.tags()));
        }
        table.lines(Terminals.columns()).forEach(out::println);
        return ExitStatus.OK;
    }
}
