package emptyrecord.nlb.core;

import java.util.HashMap;
import java.util.Map;

/** The way of new instances into service: at once in the night, or after their network state is propagated ({@link Entry}). */
final class WarmUp {

    private final CheckingContext context;
    private final Remedies remedies;
    private final Map<String, Runnable> waiting = new HashMap<>();

    WarmUp(CheckingContext context, Remedies remedies) {
        this.context = context;
        this.remedies = remedies;
    }

    /** Whether a new instance has to wait now. */
    boolean holds() {
        return remedies.entry().current() == Entry.ONCE_PROPAGATED;
    }

    /** Runs {@code enter} when the instance may enter service: at once in the night. */
    void admit(String instanceId, Runnable enter) {
        if (holds()) {
            waiting.put(instanceId, enter);
            context.emit(new Effect.AskPropagation(instanceId));
        } else {
            enter.run();
        }
    }

    /** An answer: admits the instance, or asks again later. A gate that was switched off meanwhile admits all. */
    void answer(String instanceId, Propagated answer) {
        Runnable enter = waiting.get(instanceId);
        if (enter == null) {
            return;
        }
        if (answer == Propagated.EVERYWHERE || !holds()) {
            waiting.remove(instanceId);
            enter.run();
        } else {
            remedies.entry().acted();
            context.agenda()
                    .after(
                            context.rules().fleet().warmUpEvery(),
                            () -> context.emit(new Effect.AskPropagation(instanceId)));
        }
    }

    /** The instance is no longer needed. */
    void forget(String instanceId) {
        waiting.remove(instanceId);
    }

    int waiting() {
        return waiting.size();
    }
}
