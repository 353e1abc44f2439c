package emptyrecord.spec.trace;

import emptyrecord.spec.TlaValue;
import emptyrecord.spec.Tlc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks with TLC that the event log of a run is a behaviour of the model. */
public final class Verifier {

    private static final String FARTHEST = "\"explained\"";

    /**
     * The largest number of accepted batches between reading a zone and the batch itself. With 0 nearly every run is
     * explained and the search is small; only unexplained runs are searched further.
     */
    private static final int[] WINDOWS = {0, 6};

    private Verifier() {}

    /**
     * @param age the enactors' clean-up age of that run, in generations
     * @param tries lost locks that {@code dns.max-tries} allowed
     * @throws IllegalArgumentException with a sentence for a person, if the folder cannot be checked
     */
    public static Verdict verify(Path folder, int age, int tries) {
        return verify(folder, age, tries, Progress.NONE);
    }

    /** @param progress receives the progress of the search */
    public static Verdict verify(Path folder, int age, int tries, Progress progress) {
        return verify(RunLog.read(folder), age, tries, progress);
    }

    static Verdict verify(RunLog log, int age, int tries) {
        return verify(log, age, tries, Progress.NONE);
    }

    private static Verdict verify(RunLog log, int age, int tries, Progress progress) {
        RunSteps run = RunSteps.of(log);
        TraceModule module = new TraceModule(run);
        long from = System.nanoTime();
        TlaValue farthest = TlaValue.read("<<>>");
        for (int window : WINDOWS) {
            farthest = search(
                    module,
                    module.configuration(age, tries, window),
                    new ProgressReader(run.all().size(), progress));
            if (farthest.number("2") == run.all().size()) {
                break;
            }
        }
        return verdict(run, module, farthest, Duration.ofNanos(System.nanoTime() - from));
    }

    private static TlaValue search(TraceModule module, String configuration, ProgressReader reader) {
        try (Tlc.Folder folder = new Tlc.Folder()) {
            folder.write("TraceData.tla", module.text());
            folder.write("Question.cfg", configuration);
            return farthest(Tlc.run(folder, "RunTrace", reader::line));
        }
    }

    private static TlaValue farthest(String printed) {
        int last = printed.lastIndexOf(FARTHEST);
        if (last < 0 || !printed.contains("Model checking completed. No error has been found.")) {
            throw new IllegalStateException("TLC came to no answer on this run:\n" + printed);
        }
        return TlaValue.readFirst(printed.substring(printed.lastIndexOf("<<", last)));
    }

    private static Verdict verdict(RunSteps run, TraceModule module, TlaValue farthest, Duration took) {
        int explained = (int) farthest.number("2");
        int logged = run.all().size();
        if (explained == logged) {
            return new Verdict(true, explained, logged, "ok: " + logged + " steps explained", took);
        }
        return new Verdict(false, explained, logged, blame(run, module, farthest), took);
    }

    /** The first of the processes' next steps that is due. */
    private static String blame(RunSteps run, TraceModule module, TlaValue farthest) {
        LoggedStep first = run.processes().entrySet().stream()
                .flatMap(process -> rest(process, farthest).stream().limit(1))
                .min(Comparator.comparing(module::due))
                .orElseThrow();
        var event = first.event();
        Double at = event.tPlusMinutes();
        return String.format(
                Locale.ROOT,
                "no behaviour of the model explains event %d of %s (%s%s): %s. %s",
                event.seq(),
                event.service(),
                event.kind(),
                at == null ? "" : String.format(Locale.ROOT, ", T+%.1f min", at),
                told(run, first),
                context(run, first, farthest));
    }

    private static List<LoggedStep> rest(Map.Entry<String, List<LoggedStep>> process, TlaValue farthest) {
        long next = farthest.get("3").number(TraceModule.name(process.getKey()));
        return process.getValue().subList((int) next - 1, process.getValue().size());
    }

    private static String told(RunSteps run, LoggedStep step) {
        String where = step.endpoint() == 0 ? "" : " " + run.endpoints().get(step.endpoint() - 1);
        String plan = "plan " + step.plan();
        return switch (step.kind()) {
            case PICK -> "it picks " + plan + " while plan " + step.seen() + " is active";
            case LOCK -> "it wins the lock of" + where + " with " + plan;
            case LOST -> "it loses the lock of" + where + " with " + plan + " and sees plan " + step.seen() + " active";
            case BUILD -> "it builds the tree of " + plan + " in" + where + " without holding its lock";
            case FLIP -> "it flips" + where + " from plan " + step.seen() + " to " + plan;
            case FREE -> "it gives the lock of" + where + " back";
            case DELETE -> "after " + plan + " it deletes the tree of plan " + step.tree() + " in" + where;
            case SILENT -> "Route 53 did not answer it about" + where;
            case END -> "it says that its pass is over";
            case FROZEN -> "it is frozen";
            case GUARD -> "its guards are switched to " + step.guards();
            case HAND -> plan + " is installed by hand on" + where;
        };
    }

    private static String context(RunSteps run, LoggedStep step, TlaValue farthest) {
        int endpoint = step.endpoint() == 0 ? run.endpoints().size() : step.endpoint();
        TlaValue lock = farthest.get("5").get("" + endpoint);
        String holder = lock.get("by").word();
        StringBuilder text = new StringBuilder("In the model ")
                .append(run.endpoints().get(endpoint - 1))
                .append(" is on plan ")
                .append(farthest.get("4").number("" + endpoint))
                .append(
                        lock.get("held").word().equals("TRUE")
                                ? ", its lock is held by " + holder
                                : ", its lock is free");
        String process = step.event().service();
        if (run.enactors().contains(process)) {
            TlaValue me = farthest.get("6").get(TraceModule.name(process));
            text.append(", and ")
                    .append(process)
                    .append(" stands at ")
                    .append(me.get("at").word())
                    .append(" with plan ")
                    .append(me.number("plan"));
        }
        return text.append(", ").append(guards(run, process)).append('.').toString();
    }

    private static String guards(RunSteps run, String process) {
        var on = run.guards().getOrDefault(process, java.util.Set.of());
        return on.isEmpty() ? "with no guard on at the start" : "with " + String.join(", ", on) + " on at the start";
    }
}
