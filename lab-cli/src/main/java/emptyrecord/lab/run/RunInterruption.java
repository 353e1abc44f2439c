package emptyrecord.lab.run;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.run.RunKind.Seen;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The end of a run by Ctrl-C: the control room closes the run's folder, the region is stopped if it was started for the
 * run, and one sentence reports it.
 */
record RunInterruption(RunInRegion runs, boolean takenDown) {

    /** Real time for the control room to write a partial report. */
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(8);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    void interrupt(PrintWriter terminal) {
        runs.screen().close();
        Optional<Seen> run = abort();
        Optional<Path> folder = run.flatMap(this::keep);
        if (takenDown) {
            runs.lab().platform().stop();
        }
        terminal.println();
        terminal.println(words(run, folder));
        terminal.flush();
    }

    /** The run as it ended; empty if none was under way. */
    private Optional<Seen> abort() {
        try {
            Seen view = runs.place().abort().apply(runs.lab());
            Waiting waiting = new Waiting(CLOSED_WITHIN);
            while (!view.over()) {
                waiting.goOn("the run's folder is not closed", LOOK_AGAIN);
                view = runs.place().current().apply(runs.lab());
            }
            return Optional.of(view);
        } catch (LabException gone) {
            return Optional.empty();
        }
    }

    private Optional<Path> keep(Seen view) {
        try {
            return Optional.of(runs.fetch(view.id()));
        } catch (LabException unwritten) {
            return Optional.empty();
        }
    }

    private String words(Optional<Seen> run, Optional<Path> folder) {
        String option = runs.lab().platform().option();
        String at = run.map(Seen::tPlusMinutes)
                .map(t -> String.format(Locale.ROOT, " at T+%.0f", t))
                .orElse("");
        String region = takenDown
                ? "the region was stopped"
                : "the region continues without operators; ./lab " + option + "down stops it";
        String rest = folder.map(f -> "the part that was played is in " + f + "; ./lab judge " + f.getFileName()
                        + " judges that part")
                .orElse("nothing was played");
        return "interrupted" + at + ": " + region + "; " + rest;
    }
}
