package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.platform.Platform;
import emptyrecord.lab.region.RegionAccess;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab logs [SERVICE]}: the last lines of one service's log, or of all; {@code -f} follows. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the last lines of the services' logs.")
public final class LogsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            completionCandidates = CompletionNames.Services.class,
            description = "Only this service (default: all).")
    private @Nullable String service;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "20", description = "How many lines (default 20).")
    private int lines;

    @Option(names = "-f", description = "Go on printing what is added; needs a SERVICE.")
    private boolean follow;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (lines < 0) {
            throw LabException.usage("-n takes 0 or more lines, not " + lines);
        }
        Platform platform = RegionAccess.of(spec).platform();
        PrintWriter out = spec.commandLine().getOut();
        String only = service;
        if (only != null) {
            String name = platform.named(only).name();
            out.println(platform.log(name, lines));
            if (follow) {
                out.flush();
                platform.follow(name, out);
            }
            return ExitStatus.OK;
        }
        if (follow) {
            throw LabException.usage("-f needs a service, for example ./lab logs -f dwfm");
        }
        for (ServiceSpec each : platform.services()) {
            out.println("== " + each.name());
            out.println(platform.log(each.name(), lines));
        }
        return ExitStatus.OK;
    }
}
