package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a drill's view that only a drill with roles has.
 *
 * @param role of the one who asks, of {@link DrillRole}; null: the facilitator, or the drill is over
 * @param may words of {@link DrillRight} that this one has
 * @param approval whether an operator's action waits for the commander
 * @param updates the clock for status updates; null when the body omits it
 * @param questions of stakeholders, oldest first
 * @param proposals of the operator, oldest first
 */
public record RolesView(
        @Nullable String role,
        List<String> may,
        boolean approval,
        @Nullable UpdatesDue updates,
        List<Question> questions,
        List<Proposal> proposals) {

    public RolesView {
        may = Absent.toEmpty(may);
        questions = Absent.toEmpty(questions);
        proposals = Absent.toEmpty(proposals);
    }
}
