package emptyrecord.control.drill;

import emptyrecord.api.drill.DrillRole;
import emptyrecord.control.drill.core.Caller;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of one drill: one for all trainees, or one for each role. They are worth nothing once it has ended. */
final class DrillTokens {

    private final Map<Caller, TraineeToken> tokens = new LinkedHashMap<>();

    private DrillTokens() {}

    static DrillTokens draw(boolean roles) {
        DrillTokens drawn = new DrillTokens();
        if (roles) {
            Arrays.stream(DrillRole.values()).forEach(role -> drawn.tokens.put(Caller.of(role), TraineeToken.draw()));
        } else {
            drawn.tokens.put(Caller.TRAINEES, TraineeToken.draw());
        }
        return drawn;
    }

    /** Whose token that is; empty: nobody's. Takes as long for each, since all are compared. */
    Optional<Caller> caller(@Nullable String presented) {
        Optional<Caller> found = Optional.empty();
        for (Map.Entry<Caller, TraineeToken> each : tokens.entrySet()) {
            if (each.getValue().matches(presented)) {
                found = Optional.of(each.getKey());
            }
        }
        return found;
    }

    /** By the name of its holder: empty for the trainees of a drill without roles. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        tokens.forEach((caller, token) -> texts.put(caller.name(), token.text()));
        return texts;
    }

    void revoke() {
        tokens.clear();
    }
}
