package emptyrecord.lab.run;

import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.Interruption;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.platform.StartOptions;
import emptyrecord.lab.region.Launcher;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.terminal.NumberText;
import emptyrecord.lab.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;

/** Plays a replay or a scenario in the region that runs, or in one that it starts for it and stops at the end. */
public record RunInRegion(RegionAccess lab, StartOptions options, RunKind place, Screen screen) {

    /**
     * Plays. An interrupt aborts the run, stops the region if it was started for the run, and prints the run's folder.
     * A region that runs only in part is completed, and stays.
     *
     * @param keepUp whether a region that was started for the run stays
     */
    public int play(boolean keepUp, PrintWriter terminal, IntSupplier play) {
        boolean started = !lab.platform().isUp();
        boolean takenDown = lab.platform().living().isEmpty() && !keepUp;
        if (started) {
            new Launcher(lab, screen).up(options);
        } else {
            requireNoOptionOfAStart();
        }
        Thread stop =
                Interruption.hook("stop-on-interrupt", () -> new RunInterruption(this, takenDown).interrupt(terminal));
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            requireWantedSpeed();
            return play.getAsInt();
        } finally {
            if (!Interruption.isOn()) {
                Interruption.removeHook(stop);
                screen.close();
                if (takenDown) {
                    lab.platform().stop();
                }
            }
        }
    }

    private void requireNoOptionOfAStart() {
        if (options.loadBalancers() != null) {
            throw new LabException("the region is up, and --load-balancers is for its start; stop it with ./lab "
                    + lab.platform().option() + "down first");
        }
    }

    private void requireWantedSpeed() {
        Double wanted = options.speed();
        double speed = lab.running().speed();
        if (wanted != null && wanted != speed) {
            throw new LabException("the region is up at speed " + NumberText.plain(speed) + "; stop it with ./lab "
                    + lab.platform().option() + "down to play at another speed");
        }
    }

    /**
     * The run's folder on this machine. The control room of local processes writes it to the folder of all runs. From a
     * container, or for a requested folder, its files are copied.
     */
    public Path fetch(String id) {
        Path own = lab.home().runs().resolve(id);
        Path folder = place.outFor(id).orElse(own);
        if (folder.equals(own) && Files.isRegularFile(own.resolve(RunFiles.SETTINGS))) {
            return own;
        }
        try {
            Files.createDirectories(folder);
            for (String file : place.files()) {
                byte[] content = lab.http().bytes(lab.control().resolve(place.file(id, file)));
                Files.write(folder.resolve(file), content);
            }
        } catch (IOException e) {
            throw new LabException(
                    "cannot write the run's folder: " + Failures.reason(e) + "; the run itself is in " + own);
        }
        return folder;
    }
}
