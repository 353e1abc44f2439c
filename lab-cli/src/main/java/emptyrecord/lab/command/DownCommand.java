package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.region.RegionAccess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./lab down}: stops every process or container of the region, also those of a launcher that was killed. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops the region.")
public final class DownCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        int stopped = RegionAccess.of(spec).platform().stop();
        spec.commandLine().getOut().println(stopped == 0 ? "nothing was running" : "stopped " + stopped);
        return ExitStatus.OK;
    }
}
