package emptyrecord.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A behaviour of the model in sentences, one an action, in the form of F38: "C picks plan 1 …". */
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
        Map<String, String> names = names();
        for (int i = 1; i < states.size(); i++) {
            told.add(new Change(states.get(i - 1), states.get(i), names).told());
        }
        return told;
    }

    /** Enactors are symmetric, so TLC takes any; the one that goes back to an old plan is called C here, as in F38. */
    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        List<Answer.State> states = answer.behaviour();
        for (int i = 1; i < states.size() && names.isEmpty(); i++) {
            Change change = new Change(states.get(i - 1), states.get(i), Map.of());
            if (change.goesBack()) {
                String slow = change.actor().orElseThrow();
                names.put(slow, "c");
                names.put("c", slow);
            }
        }
        return names;
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

    /** The effect of one action. */
    private record Change(Answer.State before, Answer.State after, Map<String, String> names) {

        Sentence told() {
            if (!after.get("latest").equals(before.get("latest"))) {
                return new Sentence(
                        "the planner writes plan " + after.get("latest").word(), true);
            }
            String who =
                    actor().orElseThrow(() -> new IllegalArgumentException("TLC's step changed nothing: " + after));
            TlaValue was = before.get("enactor").get(who);
            TlaValue is = after.get("enactor").get(who);
            String name = names.getOrDefault(who, who).toUpperCase(Locale.ROOT);
            String plan = "plan " + was.number("plan");
            String at = is.get("at").word();
            boolean holds = holder(before, was).equals(who);
            return switch (was.get("at").word()) {
                case "poll" -> free(name + " reads plan " + is.number("plan") + " from the planner");
                case "check" -> check(name, plan, at);
                case "read-head" -> readHead(name, was, at);
                case "try-lock" ->
                    holder(after, was).equals(who) && !at.equals("read-head")
                            ? free(name + " wins the lock" + where(was))
                            : free(name + " loses the lock and backs off, " + plan + " in its memory");
                case "reread-plan" -> free(name + " asks the planner again and holds plan " + is.number("plan"));
                case "recheck" -> recheck(name, was, at);
                case "build" ->
                    free(
                            holds
                                    ? name + " builds the tree of " + plan + where(was)
                                    : name + "'s build of " + plan + " is refused: another has taken the lock over");
                case "flip", "flip-again" -> flip(name, was);
                case "free" -> free(holds ? name + " gives the lock back" : name + " finds its lock taken over");
                case "list" -> free(name + " lists what is old: " + old(is));
                case "look" ->
                    free(
                            at.equals("delete")
                                    ? name + " looks at the zone before it deletes"
                                    : name + " leaves the tree: its plan is active, or the lock is held");
                case "delete" -> delete(name, was);
                default -> throw new IllegalArgumentException("the model has no place '" + was.get("at") + "'");
            };
        }

        boolean goesBack() {
            Map<String, TlaValue> was = ((TlaValue.Fun) before.get("apex")).values();
            return was.keySet().stream()
                    .anyMatch(e ->
                            after.get("apex").number(e) < before.get("apex").number(e));
        }

        private Sentence check(String name, String plan, String at) {
            return at.equals("read-head")
                    ? new Sentence(name + " picks " + plan + ": newer than " + checked(), true)
                    : free(name + " leaves " + plan + ": not newer than " + checked());
        }

        private Sentence readHead(String name, TlaValue was, String at) {
            if (at.equals("try-lock")) {
                return free(name + " looks at the zone" + where(was) + ": active is " + active(was));
            }
            String plan = "plan " + was.number("plan");
            return was.number("lost") == 0 && apex(before, was) == was.number("plan")
                    ? free(name + " passes over" + where(was) + ": it is on " + plan + " already")
                    : free(name + " finds the lock held by another and backs off, " + plan + " in its memory");
        }

        private Sentence recheck(String name, TlaValue was, String at) {
            String plan = "plan " + was.number("plan");
            return at.equals("build")
                    ? free(name + " checks again under the lock: " + plan + " is newer than " + active(was))
                    : free(name + " checks again under the lock and gives " + plan + " up: not newer than "
                            + active(was));
        }

        private Sentence flip(String name, TlaValue was) {
            String plan = "plan " + was.number("plan");
            if (lock(before, was).equals(lock(after, was))) {
                return free(name + "'s flip to " + plan + " is refused: rollback needs " + seen(was) + ", active is "
                        + active(was));
            }
            boolean stale = apex(before, was) > was.number("plan");
            return new Sentence(
                    name + " flips" + where(was) + " to " + plan + (stale ? ", which is STALE" : "") + "; active was "
                            + active(was),
                    true);
        }

        private Sentence delete(String name, TlaValue was) {
            String endpoint = was.get("endpoint").word();
            List<String> gone = new ArrayList<>(trees(before, endpoint));
            gone.removeAll(trees(after, endpoint));
            if (gone.isEmpty()) {
                return free(name + "'s delete is refused");
            }
            boolean empty = !trees(after, endpoint).contains(Long.toString(apex(after, was)));
            return new Sentence(
                    name + " deletes plan " + String.join(", ", gone) + where(was)
                            + (empty ? ": THE NAME ANSWERS WITH NO ADDRESSES" : ""),
                    true);
        }

        private static Sentence free(String text) {
            return new Sentence(text, false);
        }

        /** The enactor that moved; a lock that changed under a reader is no action of the reader's. */
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

        private static TlaValue lock(Answer.State state, TlaValue me) {
            return state.get("lock").get(me.get("endpoint").word());
        }

        /** The holder of the lock at an enactor's endpoint; empty while it is at none, or the lock is free. */
        private static String holder(Answer.State state, TlaValue me) {
            if (me.number("endpoint") == 0) {
                return "";
            }
            TlaValue lock = lock(state, me);
            return lock.get("held").word().equals("TRUE") ? lock.get("by").word() : "";
        }

        private static String old(TlaValue me) {
            String plans = me.get("old").word();
            return plans.isEmpty() ? "nothing" : "plan " + plans;
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
