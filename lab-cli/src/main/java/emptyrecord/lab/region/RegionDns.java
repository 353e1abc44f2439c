package emptyrecord.lab.region;

import emptyrecord.api.client.Resource;
import emptyrecord.kit.dns.AuthoritativeLookup;
import emptyrecord.lab.client.Http;
import emptyrecord.lab.dns.DnsSnapshotReader;
import emptyrecord.lab.dns.StateReader;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.platform.Platform;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the DNS management of a region at the addresses that its platform gives. */
public final class RegionDns {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private RegionDns() {}

    /** Reads from what the platform runs; a service that does not answer in time counts as absent. */
    public static DnsSnapshotReader reader(Platform platform) {
        return new DnsSnapshotReader(
                new HttpReader(Http.withTimeout(TIMEOUT)),
                new AuthoritativeLookup(platform.dns(), TIMEOUT),
                places(platform));
    }

    private static DnsSnapshotReader.Places places(Platform platform) {
        Map<String, URI> enactors = new LinkedHashMap<>();
        platform.services().stream()
                .filter(s -> s.jar().equals("dns-enactor"))
                .forEach(s -> enactors.put(s.name(), s.url()));
        return new DnsSnapshotReader.Places(
                platform.named("dns-planner").url(),
                platform.named("fake-route53").url(),
                enactors);
    }

    /** No answer and an error answer are both empty. */
    private record HttpReader(Http http) implements StateReader {

        @Override
        public <T> Optional<T> read(URI service, Resource<T> resource) {
            return answer(() -> http.get(service, resource));
        }

        @Override
        public Optional<byte[]> bytes(URI uri) {
            return answer(() -> http.bytes(uri));
        }

        private static <T> Optional<T> answer(Supplier<T> call) {
            try {
                return Optional.of(call.get());
            } catch (LabException e) {
                return Optional.empty();
            }
        }
    }
}
