package emptyrecord.control.operations;

import emptyrecord.api.client.Changes;
import emptyrecord.api.client.Resources;
import emptyrecord.api.enactor.LookOutcome;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The repair tool that assumes a working enactor (F6): it asks one to apply the latest plan now. On any other day this
 * is the whole repair. That night the flip is refused, since its rollback must point at a plan that is gone (F39). So
 * it reports why, and names the repair by hand.
 */
public final class AskEnactor implements Operation {

    private static final int LOOKS_MAX = 50;

    private final PeerClient http;
    private final Peers peers;
    private final Duration lookAgain;

    /** @param lookAgain real time between two checks whether the pass is over */
    public AskEnactor(PeerClient http, Peers peers, Duration lookAgain) {
        this.http = http;
        this.peers = peers;
        this.lookAgain = lookAgain;
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "ask-enactor",
                "Asks an enactor to apply the latest plan now; needs a working enactor",
                "F6",
                List.of(new Parameter("enactor", "default dns-enactor-a", false)));
    }

    @Override
    public Undo undo() {
        return Undo.impossible("the plan that it applied stays live, as after any pass");
    }

    @Override
    public Map<String, Object> perform(Arguments arguments) {
        Peer enactor = peers.byName(arguments.optionalText("enactor").orElse("dns-enactor-a"));
        if (!peers.enactors().contains(enactor)) {
            throw new IllegalArgumentException(enactor.name() + " is no enactor; there are "
                    + peers.enactors().stream().map(Peer::name).toList());
        }
        long before = look(enactor).look();
        http.send(enactor, Changes.applyNow());
        for (int i = 0; i < LOOKS_MAX; i++) {
            LookOutcome last = look(enactor);
            if (last.look() > before) {
                return result(enactor, last);
            }
            pause();
        }
        return Map.of("enactor", enactor.name(), "outcome", "under way; ./lab dns shows it");
    }

    private LookOutcome look(Peer enactor) {
        return http.get(enactor, Resources.LAST_LOOK)
                .orElseThrow(() -> new IllegalStateException(
                        enactor.name() + " does not answer at " + enactor.url() + "; is it running?"));
    }

    private static Map<String, Object> result(Peer enactor, LookOutcome last) {
        Long plan = last.plan();
        if (plan == null) {
            return Map.of("enactor", enactor.name(), "outcome", "no plan is newer than the active one");
        }
        if (!last.left().isEmpty()) {
            String left = last.left().entrySet().stream()
                    .map(e -> e.getKey() + ": " + e.getValue())
                    .collect(Collectors.joining("; "));
            throw new IllegalStateException(enactor.name() + " could not put plan " + plan + " live at " + left
                    + ". Where the target of a rollback was not found, no enactor can flip any more (F39):"
                    + " install-plan does it without one, through the Route 53 API alone");
        }
        return Map.of(
                "enactor",
                enactor.name(),
                "outcome",
                "applied",
                "plan",
                plan,
                "endpoints",
                String.join(" ", last.flipped()));
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(lookAgain.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
