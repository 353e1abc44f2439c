package emptyrecord.nlb.core;

import java.util.HashMap;
import java.util.Map;

/**
 * The readiness gate of new instances. The night has none: an instance enters service as soon as it has booted, whether
 * or not its network state is propagated (F70). The remedy {@code nlb.warm-up} holds it back until it is, everywhere.
 */
final class WarmUp {

    private final Desk desk;
    private final Remedies remedies;
    private final Map<String, Runnable> waiting = new HashMap<>();

    WarmUp(Desk desk, Remedies remedies) {
        this.desk = desk;
        this.remedies = remedies;
    }

    /** Whether a new instance has to wait now. */
    boolean holds() {
        return remedies.warmUp().on();
    }

    /** Runs {@code enter} when the instance may enter service: at once in the night. */
    void admit(String instanceId, Runnable enter) {
        if (holds()) {
            waiting.put(instanceId, enter);
            desk.emit(new Effect.AskPropagation(instanceId));
        } else {
            enter.run();
        }
    }

    /** An answer: lets the instance in, or asks again later. A gate that was switched off meanwhile lets all in. */
    void answer(String instanceId, Propagated answer) {
        Runnable enter = waiting.get(instanceId);
        if (enter == null) {
            return;
        }
        if (answer == Propagated.EVERYWHERE || !holds()) {
            waiting.remove(instanceId);
            enter.run();
        } else {
            remedies.warmUp().acted();
            desk.agenda()
                    .after(desk.rules().fleet().warmUpEvery(), () -> desk.emit(new Effect.AskPropagation(instanceId)));
        }
    }

    /** The instance is not wanted any more. */
    void forget(String instanceId) {
        waiting.remove(instanceId);
    }

    int waiting() {
        return waiting.size();
    }
}
