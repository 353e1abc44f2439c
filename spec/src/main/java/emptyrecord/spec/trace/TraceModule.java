package emptyrecord.spec.trace;

import emptyrecord.spec.trace.LoggedStep.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a run's steps as the module TraceData, with its configuration. */
final class TraceModule {

    private static final String FENCE = "fence";

    private final RunSteps run;
    private final Map<Long, Integer> ranks = new HashMap<>();
    private final List<LoggedStep> writes;
    private final ApexTimeline apexes;

    TraceModule(RunSteps run) {
        this.run = run;
        this.writes = run.all().stream()
                .filter(LoggedStep::writes)
                .sorted(Comparator.comparing(LoggedStep::change))
                .toList();
        writes.forEach(step -> ranks.putIfAbsent(step.change(), ranks.size() + 1));
        this.apexes = new ApexTimeline(run.processes().values(), this::due);
    }

    static String name(String process) {
        return process.replaceAll("[^A-Za-z0-9]", "_");
    }

    /** The position of a step: at its rank or, without one, by wall time between the steps that have one. */
    int due(LoggedStep step) {
        return step.writes()
                ? ranks.getOrDefault(step.change(), 0)
                : (int) writes.stream()
                                .filter(w ->
                                        w.event().wall().isBefore(step.event().wall()))
                                .count()
                        + 1;
    }

    String configuration(int age, int tries, int window) {
        return """
                SPECIFICATION TraceSpec
                INVARIANT Progress
                CONSTANTS
                  Enactors = {%s}
                  Nobody = "nobody"
                  Endpoints = %d
                  Age = %d
                  LastPlan = %d
                  Losses = 0
                  Tries = %d
                  LocksExpire = TRUE
                  Window = %d
                """.formatted(
                        strings(run.enactors().stream().map(TraceModule::name).toList()),
                        run.endpoints().size(),
                        age,
                        run.all().stream()
                                .mapToLong(s -> Math.max(s.plan(), s.seen()))
                                .max()
                                .orElse(1),
                        tries,
                        window);
    }

    String text() {
        return """
                ---- MODULE TraceData ----
                EXTENDS Naturals, Sequences, TLC
                Processes == {%s}
                Steps == %s
                First == %s
                FirstGuards == %s
                FirstApex == <<%s>>
                FirstTrees == <<%s>>
                FirstLatest == 0
                Fenced == %s
                ====
                """.formatted(
                strings(run.processes().keySet().stream().map(TraceModule::name).toList()),
                perProcess(run.processes().keySet(), p -> steps(run.processes().getOrDefault(p, List.of()))),
                perProcess(run.enactors(), p -> first(run.processes().getOrDefault(p, List.of()))),
                perProcess(run.enactors(), p -> "{" + strings(run.guards().getOrDefault(p, Set.of())) + "}"),
                perEndpoint(this::firstApex),
                perEndpoint(this::firstTrees),
                fenced() ? "TRUE" : "FALSE");
    }

    /** Whether a fence is on at any time; without one the versions are never read. */
    private boolean fenced() {
        return run.guards().values().stream().anyMatch(on -> on.contains(FENCE))
                || run.all().stream().anyMatch(s -> s.guards().contains(FENCE));
    }

    private String perProcess(Iterable<String> processes, java.util.function.Function<String, String> value) {
        List<String> parts = new ArrayList<>();
        processes.forEach(p -> parts.add("(\"" + name(p) + "\" :> " + value.apply(p) + ")"));
        return String.join(" @@\n  ", parts);
    }

    private String perEndpoint(java.util.function.IntFunction<Set<Long>> value) {
        return IntStream.rangeClosed(1, run.endpoints().size())
                .mapToObj(e -> value.apply(e).stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining(", "));
    }

    private String steps(List<LoggedStep> steps) {
        return steps.stream().map(this::step).collect(Collectors.joining(",\n    ", "<<", ">>"));
    }

    private String step(LoggedStep s) {
        return "[kind |-> \"%s\", plan |-> %d, seen |-> %d, endpoint |-> %d, tree |-> %d, rank |-> %d, due |-> %d, read |-> %d, guards |-> {%s}]"
                .formatted(
                        s.kind().name().toLowerCase(Locale.ROOT),
                        s.plan(),
                        s.seen(),
                        s.endpoint(),
                        s.tree(),
                        ranks.getOrDefault(s.change(), 0),
                        due(s),
                        apexes.readBefore(s, due(s)),
                        strings(s.guards()));
    }

    /** A run's log begins anywhere in a pass: the first step gives the position. */
    private static String first(List<LoggedStep> steps) {
        LoggedStep step =
                steps.stream().filter(s -> s.kind() != Kind.GUARD).findFirst().orElse(null);
        if (step == null || step.endpoint() == 0) {
            return "[at |-> \"poll\", plan |-> 0, endpoint |-> 0, lost |-> 0]";
        }
        String at = step.kind() == Kind.DELETE ? "list" : "read-head";
        int lost = step.kind() == Kind.LOCK ? 1 : 0;
        return "[at |-> \"%s\", plan |-> %d, endpoint |-> %d, lost |-> %d]"
                .formatted(at, step.plan(), step.endpoint(), lost);
    }

    /** The plan that the first reader saw, and the plan that the first flip replaced. */
    private Set<Long> firstApex(int endpoint) {
        Set<Long> seen = new TreeSet<>();
        writes.stream()
                .filter(s -> s.kind() == Kind.FLIP && s.endpoint() == endpoint)
                .findFirst()
                .ifPresent(s -> seen.add(s.seen()));
        run.all().stream()
                .filter(s -> looksAt(s, endpoint))
                .min(Comparator.comparing(s -> s.event().wall()))
                .ifPresent(s -> seen.add(s.seen()));
        return seen.isEmpty() ? Set.of(0L) : seen;
    }

    private boolean looksAt(LoggedStep step, int endpoint) {
        return switch (step.kind()) {
            case PICK -> endpoint == run.endpoints().size();
            case LOST, FLIP -> step.endpoint() == endpoint;
            default -> false;
        };
    }

    /** Trees that are deleted without having been built in this log existed before it. */
    private Set<Long> firstTrees(int endpoint) {
        Set<Long> trees = new TreeSet<>();
        Set<Long> built = new TreeSet<>();
        for (LoggedStep step : run.all()) {
            if (step.endpoint() == endpoint && step.kind() == Kind.DELETE) {
                trees.add(step.tree());
            } else if (step.endpoint() == endpoint && step.kind() == Kind.BUILD) {
                built.add(step.plan());
            }
        }
        trees.removeAll(built);
        return trees;
    }

    private static String strings(Iterable<String> words) {
        List<String> quoted = new ArrayList<>();
        words.forEach(w -> quoted.add('"' + w + '"'));
        return String.join(", ", quoted);
    }
}
