package emptyrecord.planner.client;

import emptyrecord.api.dynamo.LoadBalancerHealth;
import emptyrecord.planner.core.Reading;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks one load balancer for its health: {@code GET /health/load-balancer}; no valid answer is {@link Reading.Out}. */
public final class LoadBalancerProbe {

    private final RestClient http;

    /** @param timeout real time; a load balancer that is slower counts as out */
    public LoadBalancerProbe(Duration timeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build());
        requests.setReadTimeout(timeout);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    public Reading read(String name, String address, URI url) {
        try {
            LoadBalancerHealth health = http.get()
                    .uri(url.resolve("/health/load-balancer"))
                    .retrieve()
                    .body(LoadBalancerHealth.class);
            return health != null && health.healthy() && health.capacity() > 0
                    ? new Reading.Healthy(name, address, health.capacity())
                    : new Reading.Out(name, address, "says that it is unhealthy");
        } catch (RestClientException e) {
            return new Reading.Out(name, address, String.valueOf(e.getMessage()));
        }
    }
}
