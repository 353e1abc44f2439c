package emptyrecord.control.drill.core;

import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.Question;
import emptyrecord.api.drill.Stakeholder;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.DrillCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stakeholders of a drill: they come when their time is there, and ask once more when nobody answers in time. */
final class Questions {

    private static final String STILL = "I still have no answer.";

    private final DrillLog log;
    private final List<Stakeholder> known;
    private final List<DrillCard.Demand> coming;
    private final List<Question> asked = new ArrayList<>();

    Questions(DrillLog log, List<Stakeholder> known, List<DrillCard.Demand> demands) {
        this.log = log;
        this.known = List.copyOf(known);
        this.coming = new ArrayList<>(demands);
    }

    void see(double minutesAfterPage, Sample sample) {
        for (DrillCard.Demand demand : List.copyOf(coming)) {
            if (demand.isDue(minutesAfterPage, sample)) {
                coming.remove(demand);
                ask(demand.who());
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            Question q = asked.get(i);
            if (q.answeredAt() == null && !q.pushed() && log.now() > q.dueAt()) {
                asked.set(i, pushed(q));
                log.add(Kind.QUESTION_PUSHED, push(q.who()), Map.of("question", q.number(), "who", q.who()));
            }
        }
    }

    /** @throws IllegalArgumentException lists the stakeholders */
    Question ask(String name) {
        Stakeholder who = known.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no stakeholder '" + name + "'; there are "
                        + known.stream().map(Stakeholder::name).toList()));
        double minute = log.minute();
        Question question = new Question(
                asked.size() + 1, who.who(), who.demand(), minute, minute + who.answerWithin(), false, null, null);
        asked.add(question);
        log.add(
                Kind.QUESTION,
                who.who() + ": " + who.demand(),
                Map.of("question", question.number(), "who", who.who(), "dueAt", question.dueAt()));
        return question;
    }

    /** @throws IllegalArgumentException if no question has that number; IllegalStateException if it is answered */
    void answer(int number, @Nullable String text) {
        String words = Words.some("an answer", text);
        if (number < 1 || number > asked.size()) {
            throw new IllegalArgumentException(
                    "There is no question " + number + "; so far " + Counted.of(asked.size(), "question") + " came");
        }
        Question q = asked.get(number - 1);
        if (q.answeredAt() != null) {
            throw new IllegalStateException("Question " + number + " is answered, at minute " + q.answeredAt());
        }
        asked.set(number - 1, answered(q, words));
        log.add(Kind.ANSWER, words, Map.of("question", number, "who", q.who(), "late", q.pushed(), "dueAt", q.dueAt()));
    }

    List<Question> asked() {
        return List.copyOf(asked);
    }

    private String push(String who) {
        String more = known.stream()
                .filter(s -> s.who().equals(who))
                .map(Stakeholder::push)
                .findFirst()
                .orElse("");
        return who + ": " + (more.isEmpty() ? STILL : more);
    }

    private static Question pushed(Question q) {
        return new Question(q.number(), q.who(), q.text(), q.askedAt(), q.dueAt(), true, q.answeredAt(), q.answer());
    }

    private Question answered(Question q, String words) {
        return new Question(q.number(), q.who(), q.text(), q.askedAt(), q.dueAt(), q.pushed(), log.minute(), words);
    }
}
