package emptyrecord.lab.client;

import emptyrecord.api.client.CallFailure;
import emptyrecord.api.client.Change;
import emptyrecord.api.client.RegionClient;
import emptyrecord.api.client.RegionClient.Answer;
import emptyrecord.api.client.Resource;
import emptyrecord.kit.safety.FacilitatorToken;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.ProblemText;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The region's services; an error answer becomes a sentence for the person at the terminal. */
public final class Http {

    private static final int NOT_THERE = 404;

    /** Statuses that mean the request itself was wrong. */
    private static final Set<Integer> USERS = Set.of(400, 404, 422);

    private final RegionClient client;

    /** @param token of the region's facilitator, read for each request, because it is made with the region */
    public Http(Supplier<Optional<FacilitatorToken>> token) {
        this.client = new RegionClient(Duration.ofSeconds(20), () -> token.get().map(FacilitatorToken::bearer));
    }

    private Http(Duration timeout) {
        this.client = new RegionClient(timeout);
    }

    /** For a region without a token. */
    public Http() {
        this(Optional::empty);
    }

    /** For a client that only reads states. */
    public static Http withTimeout(Duration timeout) {
        return new Http(timeout);
    }

    /** @param service its address */
    public <T> T get(URI service, Resource<T> resource) {
        return told(() -> client.get(service, resource));
    }

    /** @param service its address */
    public <T> T send(URI service, Change<T> change) {
        return told(() -> client.send(service, change));
    }

    /** Sends a change whose answer does not matter. */
    public void tell(URI service, Change<?> change) {
        told(() -> {
            client.tell(service, change);
            return true;
        });
    }

    public byte[] bytes(URI uri) {
        return told(() -> client.bytes(uri));
    }

    /** Empty when the service has no such thing, perhaps not yet (404). */
    public Optional<byte[]> bytesIfThere(URI uri) {
        return told(() -> {
            try {
                return Optional.of(client.bytes(uri));
            } catch (CallFailure.Refusal e) {
                if (e.status() == NOT_THERE) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Whether the service answers its health check with 200. */
    public boolean healthy(ServiceSpec service) {
        try {
            Answer answer = client.ask(service.url().resolve(HealthView.PATH));
            return answer.status() == HealthView.UP;
        } catch (CallFailure.Silence e) {
            return false;
        }
    }

    private static <T> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (CallFailure.Refusal e) {
            throw refused(e);
        } catch (CallFailure.Silence e) {
            throw silent(e);
        } catch (CallFailure e) {
            throw new LabException(
                    "the answer is not from a service of the region; see who has the port with: ss -ltnp");
        }
    }

    /** A wrong argument is wrong usage (400, 404, 422); all else, also a "not yet", is the region's state. */
    private static LabException refused(CallFailure.Refusal e) {
        String sentence = ProblemText.of(who(e.uri()), e.status(), e.body());
        boolean typed = USERS.contains(e.status()) && !ProblemText.isNothingYet(e.body());
        return typed ? LabException.usage(sentence) : new LabException(sentence);
    }

    private static LabException silent(CallFailure.Silence e) {
        if (Thread.currentThread().isInterrupted()) {
            return new LabException("interrupted");
        }
        String who = who(e.uri());
        return LabException.silence(e.timeout()
                .map(timeout -> who + " did not answer within " + timeout.toSeconds()
                        + " s; the machine may be too busy; ./lab status shows how the region is")
                .orElse(who + " does not answer; ./lab status shows what runs, ./lab up starts a region"));
    }

    /** The service at an address: ports are the same in every region. */
    static String who(URI uri) {
        return RegionLayout.FIRST.services().stream()
                .filter(s -> s.port() == uri.getPort())
                .findFirst()
                .map(s -> s.name() + " (" + uri.getAuthority() + ")")
                .orElseGet(() -> "the service at " + uri.getAuthority());
    }
}
