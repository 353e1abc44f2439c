package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.platform.Platform;
import emptyrecord.lab.region.Launcher;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.region.StartDisplay;
import emptyrecord.lab.region.StartWait;
import emptyrecord.lab.terminal.Screen;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./lab restart SERVICE…}: stops services of the running region and starts them on their data. Refused while the
 * region is being started, because one service could get two keepers.
 */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = "Restarts services of the running region on their data; also starts one that has ended.")
public final class RestartCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "SERVICE",
            completionCandidates = CompletionNames.Services.class,
            description = "For example dwfm; ./lab status lists them.")
    private List<String> services = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        RegionAccess lab = RegionAccess.of(spec);
        Platform platform = lab.platform();
        PrintWriter out = spec.commandLine().getOut();
        List<ServiceSpec> wanted = services.stream().map(platform::named).toList();
        if (platform.living().isEmpty()) {
            throw new LabException("no region runs here; start one with ./lab " + platform.option() + "up");
        }
        try (Closeable lock = platform.lock();
                Screen screen = Screen.on(out)) {
            Objects.requireNonNull(lock);
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
        } catch (IOException e) {
            throw new LabException("cannot release the region's lock: " + e.getMessage());
        }
        return ExitStatus.OK;
    }
}
