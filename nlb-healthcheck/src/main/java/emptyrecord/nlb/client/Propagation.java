package emptyrecord.nlb.client;

import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Resources;
import emptyrecord.api.network.InstanceView;
import emptyrecord.nlb.core.Propagated;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

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
            Resource<InstanceView> instance = Resources.instance(instanceId);
            String answer = networkManager.get().uri(instance.path()).retrieve().body(String.class);
            return Optional.ofNullable(answer)
                    .flatMap(instance::read)
                    .map(this::read)
                    .orElse(Propagated.UNKNOWN);
        } catch (HttpClientErrorException.NotFound e) {
            return Propagated.NOT_EVERYWHERE;
        } catch (RestClientException e) {
            return Propagated.UNKNOWN;
        }
    }

    private Propagated read(InstanceView instance) {
        HashSet<String> missing = new HashSet<>(zones);
        instance.propagated().forEach(missing::remove);
        return missing.isEmpty() ? Propagated.EVERYWHERE : Propagated.NOT_EVERYWHERE;
    }
}
