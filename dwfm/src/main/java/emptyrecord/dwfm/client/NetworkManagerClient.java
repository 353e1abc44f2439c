package emptyrecord.dwfm.client;

import emptyrecord.api.network.Admission;
import emptyrecord.dwfm.instances.NetworkAdmission;
import emptyrecord.dwfm.instances.NetworkState;
import emptyrecord.dwfm.instances.NetworkStateSink;
import emptyrecord.kit.trace.RestTrace;
import emptyrecord.kit.trace.Tracing;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Sends launched and terminated instances to the Network Manager, {@code POST /network-state}, and asks it before a
 * launch, {@code GET /admission}.
 */
public final class NetworkManagerClient implements NetworkStateSink, NetworkAdmission {

    private final RestClient http;

    public NetworkManagerClient(URI base, Tracing tracing) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build());
        factory.setReadTimeout(Duration.ofSeconds(2));
        this.http = RestClient.builder()
                .baseUrl(base)
                .requestFactory(factory)
                .requestInterceptor(RestTrace.of(tracing))
                .build();
    }

    /** A Network Manager that does not answer stops no launch: the outbox keeps the pending news. */
    @Override
    public boolean takesLaunches() {
        try {
            Admission admission = http.get().uri("/admission").retrieve().body(Admission.class);
            return admission == null || admission.accepting();
        } catch (RestClientException e) {
            return true;
        }
    }

    @Override
    public Outcome send(NetworkState news) {
        try {
            HttpStatusCode status = http.post()
                    .uri("/network-state")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(news)
                    .retrieve()
                    .toBodilessEntity()
                    .getStatusCode();
            return status.is2xxSuccessful() ? new Outcome.Accepted() : new Outcome.Later("HTTP " + status.value());
        } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.Conflict e) {
            return new Outcome.Never(e.getResponseBodyAsString());
        } catch (RestClientException e) {
            return new Outcome.Later(String.valueOf(e.getMessage()));
        }
    }
}
