package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Launches and terminations that are still due. While the fleet is brought up, launches leave one at a time with a
 * pause between, refused ones at the end of the line, so that DWFM's own start is not hurt. Afterwards each launch is
 * on its own: at once, then again a few minutes after every refusal. None is ever given up.
 */
final class Launches {

    /** Paces that the bring-up rests after a refusal: DWFM is not there yet; our choice. */
    private static final int AFTER_REFUSAL = 6;

    private final CheckingContext context;
    private final Deque<Effect.Launch> bringUp = new ArrayDeque<>();
    private final Set<String> terminating = new HashSet<>();
    private boolean pacing;
    private Instant heldUntil = Instant.MIN;

    Launches(CheckingContext context) {
        this.context = context;
    }

    /** Adds a launch to the bring-up line. */
    void line(Role role, String slot, String zone) {
        bringUp.add(new Effect.Launch(role, slot, zone, true));
        pace();
    }

    void now(Role role, String slot, String zone) {
        context.emit(new Effect.Launch(role, slot, zone, false));
    }

    void refused(Effect.Launch launch) {
        if (launch.bringUp()) {
            bringUp.add(launch);
            heldUntil = context.now().plus(context.rules().fleet().bringUpPace().multipliedBy(AFTER_REFUSAL));
            pace();
        } else {
            context.agenda().after(retry(), () -> context.emit(launch));
        }
    }

    void terminate(String instanceId) {
        terminating.add(instanceId);
        context.emit(new Effect.Terminate(instanceId));
    }

    void terminated(String instanceId) {
        terminating.remove(instanceId);
    }

    void terminationRefused(String instanceId) {
        context.agenda().after(retry(), () -> context.emit(new Effect.Terminate(instanceId)));
    }

    int terminating() {
        return terminating.size();
    }

    private Duration retry() {
        return context.between(
                context.rules().fleet().retryMin(), context.rules().fleet().retryMax());
    }

    private void pace() {
        if (!pacing) {
            pacing = true;
            context.agenda().after(context.rules().fleet().bringUpPace(), this::next);
        }
    }

    private void next() {
        if (heldUntil.isAfter(context.now())) {
            context.agenda().at(heldUntil, due -> next());
            return;
        }
        pacing = false;
        Effect.Launch launch = bringUp.poll();
        if (launch != null) {
            context.emit(launch);
            if (!bringUp.isEmpty()) {
                pace();
            }
        }
    }
}
