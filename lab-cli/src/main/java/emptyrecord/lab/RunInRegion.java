package emptyrecord.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Where a replay or a scenario is played: in the region that is up, or in one that is brought up for it and taken down at the end.
 *
 * @param runs path of the runs in the control room's interface, for example {@code /replays}
 */
record RunInRegion(Lab lab, RegionOptions options, String runs) {

    /**
     * Plays; an interrupt aborts the run, and takes the region down if it was brought up for it.
     *
     * @param keepUp whether a region that was brought up for it stays
     */
    int play(boolean keepUp, PrintWriter terminal, IntSupplier play) {
        boolean started = !lab.platform().isUp();
        Thread stop = new Thread(() -> stop(started), "stop-on-interrupt");
        if (started) {
            new Launcher(lab, terminal).up(options.wish(false), options.strict);
        }
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            requireWantedSpeed();
            return play.getAsInt();
        } finally {
            Launcher.removeHook(stop);
            if (started && !keepUp) {
                lab.platform().stop();
            }
        }
    }

    private void stop(boolean started) {
        try {
            lab.http().delete(lab.control().resolve(runs + "/current"));
        } catch (LabException gone) {
            // The control room has ended before us; there is nothing to stop.
        }
        if (started) {
            lab.platform().stop();
        }
    }

    private void requireWantedSpeed() {
        Double wanted = options.wish(false).speed();
        double speed = lab.running().speed();
        if (wanted != null && wanted != speed) {
            throw new LabException("the region is up at speed " + UpCommand.plain(speed) + "; stop it with ./lab "
                    + lab.platform().option() + "down to play at another speed");
        }
    }

    /** Copies a run's files from the control room into a folder. */
    Path fetch(String id, List<String> files, Path folder) {
        try {
            Files.createDirectories(folder);
            for (String file : files) {
                byte[] content = lab.http().bytes(lab.control().resolve(runs + "/" + id + "/" + file));
                Files.write(folder.resolve(file), content);
            }
        } catch (IOException e) {
            throw new LabException("cannot write the run's folder " + folder + ": " + e.getMessage());
        }
        return folder;
    }
}
