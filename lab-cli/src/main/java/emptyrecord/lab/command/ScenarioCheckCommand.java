package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.run.ScenarioSource;
import emptyrecord.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab scenario check FILE…}: checks whether files are valid scenarios; needs no region. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks scenario files; reports every problem with line, field and allowed values. Exit status 1 if there is one.")
final class ScenarioCheckCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A file, or the name of one that comes with the lab.")
    private List<String> files = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        int status = ExitStatus.OK;
        for (String file : files) {
            try {
                Scenario scenario =
                        ScenarioSource.find(file, LabHome.find(null)).scenario(file);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s: a scenario; %d steps, %d things to see%n",
                                file,
                                scenario.method().size(),
                                scenario.mustSee().size());
            } catch (LabException bad) {
                spec.commandLine().getErr().println("lab: " + bad.getMessage());
                status = ExitStatus.MISSED;
            }
        }
        return status;
    }
}
