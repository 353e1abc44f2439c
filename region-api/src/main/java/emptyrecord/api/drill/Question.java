package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;
import org.jspecify.annotations.Nullable;

/**
 * A stakeholder's question in a drill.
 *
 * @param number from 1 on
 * @param who asks
 * @param askedAt incident minute
 * @param dueAt incident minute until which an answer is in time
 * @param pushed whether it was asked again, since no answer was there in time
 * @param answeredAt incident minute; null before the answer
 * @param answer null before it
 */
public record Question(
        int number,
        String who,
        String text,
        double askedAt,
        double dueAt,
        boolean pushed,
        @Nullable Double answeredAt,
        @Nullable String answer) {

    public Question {
        who = Absent.toEmpty(who);
        text = Absent.toEmpty(text);
    }
}
