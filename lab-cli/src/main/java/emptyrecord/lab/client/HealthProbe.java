package emptyrecord.lab.client;

import emptyrecord.api.client.CallFailure;
import emptyrecord.api.client.RegionClient;
import emptyrecord.api.client.RegionClient.Answer;
import emptyrecord.api.client.Resource;
import emptyrecord.lab.home.ServiceSpec;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks services for their health, with short time-outs. A service that does not answer is no error while it starts. */
public final class HealthProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final RegionClient client = new RegionClient(TIMEOUT);

    /** @param detail of a service that is not well: which part reports it, and why */
    public record Health(boolean well, String detail) {}

    /** Empty when the service does not answer. */
    public Optional<Health> health(ServiceSpec service) {
        try {
            Answer answer = client.ask(service.url().resolve(HealthView.PATH));
            boolean well = answer.status() == HealthView.UP;
            return Optional.of(new Health(well, well ? "" : detail(answer)));
        } catch (CallFailure.Silence e) {
            return Optional.empty();
        }
    }

    /** A resource; empty when the service does not answer with it. */
    public <T> Optional<T> read(URI service, Resource<T> resource) {
        return client.find(service, resource);
    }

    private static String detail(Answer answer) {
        return HealthView.read(answer.text()).map(HealthView::ill).orElse("HTTP " + answer.status());
    }
}
