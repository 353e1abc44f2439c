package emptyrecord.nlb.client;

import emptyrecord.nlb.core.Propagated;
import java.util.HashSet;
import java.util.List;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** Asks Network Manager whether an instance's network state is propagated in every zone. */
public final class Propagation {

    private final RestClient networkManager;
    private final List<String> zones;

    public Propagation(RestClient networkManager, List<String> zones) {
        this.networkManager = networkManager;
        this.zones = List.copyOf(zones);
    }

    /** An instance that Network Manager does not know is propagated nowhere. */
    public Propagated of(String instanceId) {
        try {
            JsonNode answer = networkManager
                    .get()
                    .uri("/instances/{id}", instanceId)
                    .retrieve()
                    .body(JsonNode.class);
            return answer == null ? Propagated.UNKNOWN : read(answer);
        } catch (HttpClientErrorException.NotFound e) {
            return Propagated.NOT_EVERYWHERE;
        } catch (RestClientException e) {
            return Propagated.UNKNOWN;
        }
    }

    private Propagated read(JsonNode answer) {
        HashSet<String> missing = new HashSet<>(zones);
        answer.path("propagated").forEach(zone -> missing.remove(zone.asString()));
        return missing.isEmpty() ? Propagated.EVERYWHERE : Propagated.NOT_EVERYWHERE;
    }
}
