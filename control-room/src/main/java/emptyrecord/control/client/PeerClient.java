package emptyrecord.control.client;

import emptyrecord.api.client.CallFailure;
import emptyrecord.api.client.Change;
import emptyrecord.api.client.RegionClient;
import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Routes;
import emptyrecord.kit.safety.FacilitatorToken;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Talks to the other services: a state that cannot be had is empty, a change that is not made is an error. */
public class PeerClient {

    /** Real time to wait for a service; a transport time-out, so it is not scaled. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final Resource<JsonNode> LIVENESS = Resource.of(Routes.HEALTH + "/liveness", JsonNode.class);

    private final RegionClient http;
    private final PeerProtection protection;

    /** For a region without a facilitator's token. */
    public PeerClient() {
        this(Optional.empty(), new PeerProtection());
    }

    /** @param token of the facilitator, for whom the desk acts */
    public PeerClient(Optional<FacilitatorToken> token, PeerProtection protection) {
        this(TIMEOUT, token, protection);
    }

    PeerClient(Duration timeout, Optional<FacilitatorToken> token, PeerProtection protection) {
        Optional<String> bearer = token.map(FacilitatorToken::bearer);
        this.http = new RegionClient(timeout, () -> bearer);
        this.protection = protection;
    }

    /**
     * Reads a resource; empty when the service does not answer, or not with 200 and such a body. A service that was silent is left
     * alone for a moment, so that it does not hold up what is read from the others.
     */
    public <T> Optional<T> get(Peer peer, Resource<T> resource) {
        return protection.read(peer, () -> http.get(peer.url(), resource));
    }

    /** Whether the service's process answers. */
    public boolean isAlive(Peer peer) {
        return get(peer, LIVENESS).isPresent();
    }

    /**
     * Changes something at a service. A change is always tried, whatever the reads saw: somebody wants it.
     *
     * @throws IllegalStateException says which service refused or did not answer, and why
     */
    public void send(Peer peer, Change<?> change) {
        try {
            http.tell(peer.url(), change);
        } catch (CallFailure.Refusal e) {
            throw new IllegalStateException(
                    peer.name() + " refused " + change.method() + " " + change.path() + ": " + e.reason(), e);
        } catch (CallFailure e) {
            throw new IllegalStateException(peer.name() + " does not answer at " + peer.url() + "; is it running?", e);
        }
    }
}
