package emptyrecord.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A behaviour of the model in sentences, one an action, as F38 is told: "C picks plan 1 …". */
public final class Story {

    private final Answer answer;

    public Story(Answer answer) {
        this.answer = answer;
    }

    /**
     * One action.
     *
     * @param counted whether it is one of F40's steps: a plan written, picked, flipped to, or deleted
     */
    public record Sentence(String text, boolean counted) {}

    public List<Sentence> sentences() {
        List<Sentence> told = new ArrayList<>();
        List<Answer.State> states = answer.behaviour();
        for (int i = 1; i < states.size(); i++) {
            told.add(new Change(states.get(i - 1), states.get(i)).told());
        }
        return told;
    }

    public long countedSteps() {
        return sentences().stream().filter(Sentence::counted).count();
    }

    /** The sentences, numbered; F40's steps have their own number in brackets. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int step = 0;
        int counted = 0;
        for (Sentence sentence : sentences()) {
            step++;
            String mark = sentence.counted() ? "[" + ++counted + "]" : "";
            text.append(String.format(Locale.ROOT, "%4d %5s  %s%n", step, mark, sentence.text()));
        }
        answer.loopsTo()
                .ifPresent(to -> text.append("            … and so on for ever from step ")
                        .append(to)
                        .append(" on\n"));
        return text.toString();
    }

    /** What one action changed. */
    private record Change(Answer.State before, Answer.State after) {

        Sentence told() {
            if (after.action().equals("MakePlan")) {
                return new Sentence(
                        "the planner writes plan " + after.get("latest").word(), true);
            }
            String who = actor().orElse("?");
            TlaValue was = before.get("enactor").get(who);
            TlaValue is = after.get("enactor").get(who);
            String name = who.toUpperCase(Locale.ROOT);
            boolean changed = !zones(before).equals(zones(after));
            String plan = "plan " + was.number("plan");
            String at = is.get("at").word();
            return switch (after.action()) {
                case "ReadPlan" -> free(name + " reads plan " + is.number("plan") + " from the planner");
                case "Check" ->
                    at.equals("read-head")
                            ? new Sentence(name + " picks " + plan + ": newer than " + checked(), true)
                            : free(name + " leaves " + plan + ": not newer than " + checked());
                case "ReadHead" ->
                    at.equals("try-lock")
                            ? free(name + " looks at the zone" + where(was) + ": active is " + active(was))
                            : at.equals("list") || is.number("endpoint") != was.number("endpoint")
                                    ? free(name + " passes over" + where(was) + ": it is on " + plan + " already")
                                    : free(name + " finds the lock held by another and backs off, " + plan
                                            + " in its memory");
                case "TryLock" ->
                    changed
                            ? free(name + " wins the lock" + where(was))
                            : free(name + " loses the lock and backs off, " + plan + " in its memory");
                case "LoseLock" ->
                    free(name + " loses the lock without a cause and backs off, " + plan + " in its memory");
                case "RereadPlan" -> free(name + " asks the planner again and holds plan " + is.number("plan"));
                case "Recheck" ->
                    at.equals("build")
                            ? free(name + " checks again under the lock: " + plan + " is newer than " + active(was))
                            : free(name + " checks again under the lock and gives " + plan + " up: not newer than "
                                    + active(was));
                case "Build" ->
                    changed
                            ? free(name + " builds the tree of " + plan + where(was))
                            : free(name + "'s build of " + plan + " is refused: another has taken the lock over");
                case "Flip", "FlipAgain" -> flip(name, was, changed);
                case "FreeLock" -> free(name + " gives the lock back");
                case "List" ->
                    free(name + " lists what is old: "
                            + (is.get("old").word().isEmpty()
                                    ? "nothing"
                                    : "plan " + is.get("old").word()));
                case "Look" -> free(name + " looks at the zone before it deletes");
                case "Delete" -> delete(name, was, changed);
                default -> free(name + " does " + after.action());
            };
        }

        private Sentence flip(String name, TlaValue was, boolean changed) {
            String plan = "plan " + was.number("plan");
            if (!changed) {
                return free(name + "'s flip to " + plan + " is refused: rollback needs " + seen(was) + ", active is "
                        + active(was));
            }
            boolean stale = apex(before, was) > was.number("plan");
            return new Sentence(
                    name + " flips" + where(was) + " to " + plan + (stale ? ", which is STALE" : "") + "; active was "
                            + active(was),
                    true);
        }

        private Sentence delete(String name, TlaValue was, boolean changed) {
            String endpoint = was.get("endpoint").word();
            if (!changed) {
                return free(name + "'s delete is refused");
            }
            boolean empty = !trees(after, endpoint).contains(Long.toString(apex(after, was)));
            List<String> gone = new ArrayList<>(trees(before, endpoint));
            gone.removeAll(trees(after, endpoint));
            return new Sentence(
                    name + " deletes plan " + String.join(", ", gone) + where(was)
                            + (empty ? ": THE NAME ANSWERS WITH NO ADDRESSES" : ""),
                    true);
        }

        private static Sentence free(String text) {
            return new Sentence(text, false);
        }

        /** Who stands elsewhere than before; a lock that changed under a reader is no action of the reader's. */
        private Optional<String> actor() {
            return ((TlaValue.Fun) before.get("enactor"))
                    .values().keySet().stream()
                            .filter(x -> !standing(before, x).equals(standing(after, x)))
                            .findFirst();
        }

        private static List<TlaValue> standing(Answer.State state, String x) {
            TlaValue me = state.get("enactor").get(x);
            return List.of(me.get("at"), me.get("plan"), me.get("endpoint"), me.get("lost"), me.get("old"));
        }

        private static List<TlaValue> zones(Answer.State state) {
            return List.of(state.get("apex"), state.get("trees"), state.get("lock"));
        }

        private static long apex(Answer.State state, TlaValue me) {
            return state.get("apex").number(me.get("endpoint").word());
        }

        private static List<String> trees(Answer.State state, String endpoint) {
            return state.get("trees").get(endpoint).members().stream()
                    .map(TlaValue::word)
                    .toList();
        }

        private String active(TlaValue me) {
            return named(apex(before, me));
        }

        private String seen(TlaValue me) {
            return named(me.get("head").number("apex"));
        }

        private String checked() {
            List<TlaValue> all =
                    List.copyOf(((TlaValue.Fun) before.get("apex")).values().values());
            return named(all.getLast() instanceof TlaValue.Int i ? i.value() : 0);
        }

        private static String named(long plan) {
            return plan == 0 ? "nothing" : "plan " + plan;
        }

        private String where(TlaValue me) {
            int endpoints = ((TlaValue.Fun) before.get("apex")).values().size();
            return endpoints == 1 ? "" : " of endpoint " + me.get("endpoint").word();
        }
    }
}
