package emptyrecord.route53.zones;

import emptyrecord.route53.core.ZoneData;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hosted zones as Route 53 makes them: the region's own, which are there at the first start, and those by request. */
public final class NewZones {

    private final Map<String, ZoneData> regional;
    private final long negativeTtlSeconds;

    /** @param negativeTtl TTL and MINIMUM of the SOA of a zone that is made by request */
    public NewZones(List<ZoneData> regional, Duration negativeTtl) {
        this.regional = regional.stream()
                .collect(Collectors.toMap(ZoneData::id, Function.identity(), (one, two) -> one, LinkedHashMap::new));
        this.negativeTtlSeconds = negativeTtl.toSeconds();
    }

    /** The region's own. They cannot be deleted. */
    Map<String, ZoneData> regional() {
        return new LinkedHashMap<>(regional);
    }

    boolean isRegional(String id) {
        return regional.containsKey(id);
    }

    ZoneData make(String id, String name) {
        return Optional.ofNullable(regional.get(id)).orElseGet(() -> ZoneData.create(id, name, negativeTtlSeconds));
    }
}
