package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;
import org.jspecify.annotations.Nullable;

/**
 * The trainees' declaration whether this is an incident.
 *
 * @param rule the rule that decides the points, in words, for trainees who are about to declare
 * @param incident the first declaration, which is the one that counts; null before it
 * @param minute of it, in incident minutes since the drill's scenario began
 */
public record Declaring(
        String rule, @Nullable Boolean incident, @Nullable Double minute) {

    public Declaring {
        rule = Absent.toEmpty(rule);
    }
}
