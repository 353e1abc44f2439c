package emptyrecord.spec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads TLC's output. */
final class Output {

    private static final Pattern STATES =
            Pattern.compile("^([0-9]+) states generated, ([0-9]+) distinct states found", Pattern.MULTILINE);
    private static final Pattern INVARIANT = Pattern.compile("Error: Invariant (\\w+) is violated");
    private static final Pattern ACTION_PROPERTY = Pattern.compile("Error: Action property (.+?) is violated");
    private static final Pattern STATE = Pattern.compile("^(?:State )?([0-9]+): <(\\w+)?.*");
    private static final Pattern BACK = Pattern.compile("^Back to state:? ([0-9]+).*");
    private static final Pattern VARIABLE = Pattern.compile("^/\\\\ (\\w+) = (.*)");

    private final String text;

    Output(String text) {
        this.text = text;
    }

    /** @throws IllegalStateException if TLC gave no result */
    Answer answer(Question question, Duration took) {
        Matcher states = STATES.matcher(text);
        Optional<String> violated = violated(question);
        boolean finished = text.contains("Model checking completed. No error has been found.");
        if (!states.find() || (violated.isEmpty() && !finished)) {
            throw new IllegalStateException("TLC came to no answer on " + question + ":\n" + text);
        }
        long generated = Long.parseLong(states.group(1));
        long distinct = Long.parseLong(states.group(2));
        while (states.find()) {
            generated = Long.parseLong(states.group(1));
            distinct = Long.parseLong(states.group(2));
        }
        return new Answer(violated, behaviour(), back(), generated, distinct, took);
    }

    /** Whether TLC itself failed, which has no meaning for the model. */
    boolean broke() {
        return text.contains("TLC threw an unexpected exception")
                && text.contains("java.lang.ArrayIndexOutOfBoundsException");
    }

    private Optional<String> violated(Question question) {
        Matcher invariant = INVARIANT.matcher(text);
        if (invariant.find()) {
            return Optional.of(invariant.group(1));
        }
        if (ACTION_PROPERTY.matcher(text).find()) {
            return question.properties().stream()
                    .filter(p -> !p.equals(Question.Property.EventuallyFresh.name()))
                    .findFirst();
        }
        boolean temporal = text.contains("Error: Temporal properties were violated");
        return temporal ? Optional.of(Question.Property.EventuallyFresh.name()) : Optional.empty();
    }

    private List<Answer.State> behaviour() {
        List<Answer.State> states = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        Map<String, TlaValue> variables = new LinkedHashMap<>();
        String variable = "";
        String action = "";
        boolean inState = false;
        for (String line : (text + "\n\n").lines().toList()) {
            Matcher state = STATE.matcher(line);
            Matcher assigned = VARIABLE.matcher(line);
            if (inState && (assigned.matches() || line.isBlank())) {
                if (!variable.isEmpty()) {
                    variables.put(variable, TlaValue.read(value.toString()));
                    variable = "";
                }
                if (line.isBlank()) {
                    states.add(new Answer.State(action, Map.copyOf(variables)));
                    variables.clear();
                    inState = false;
                    continue;
                }
            }
            if (state.matches()) {
                String by = state.group(2);
                action = by == null || by.equals("Initial") ? "" : by;
                inState = !line.contains("Stuttering");
            } else if (inState && assigned.matches()) {
                variable = assigned.group(1);
                value.setLength(0);
                value.append(assigned.group(2));
            } else if (inState) {
                value.append(' ').append(line.strip());
            }
        }
        return states;
    }

    private Optional<Integer> back() {
        return text.lines()
                .map(BACK::matcher)
                .filter(Matcher::matches)
                .map(m -> Integer.valueOf(m.group(1)))
                .findFirst();
    }
}
