package emptyrecord.lab;

import emptyrecord.lab.terminal.Screen;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab restart SERVICE…}: ends services of the running region and starts them on their data. */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = "Starts services of the running region again, on their data; also one that has ended.")
final class RestartCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "SERVICE",
            completionCandidates = Names.Services.class,
            description = "For example dwfm; ./lab status lists them.")
    private List<String> services = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Lab lab = Lab.of(spec);
        Platform platform = lab.platform();
        PrintWriter out = spec.commandLine().getOut();
        List<ServiceSpec> wanted = services.stream().map(platform::named).toList();
        if (platform.living().isEmpty()) {
            throw new LabException("no region runs here; start one with ./lab " + platform.option() + "up");
        }
        try (Screen screen = Screen.on(out)) {
            StartDisplay display = new StartDisplay(screen);
            for (ServiceSpec service : wanted) {
                platform.stop(service);
                platform.startAgain(service);
                display.line(service.name() + " is starting again");
            }
            StartWait wait = new StartWait(lab, display);
            wait.untilHealthy(wanted);
            display.end();
            display.line(String.join(", ", services) + (services.size() == 1 ? " is" : " are") + " healthy after "
                    + Launcher.seconds(wait.since()));
        }
        return ExitStatus.OK;
    }
}
