package emptyrecord.route53.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;

/** All hosted zones at one moment; immutable, so a query that holds one never sees half a batch. */
public final class Zones {

    private final Map<String, ZoneData> byId;
    private final Map<Name, ZoneData> byName;

    private Zones(Map<String, ZoneData> byId) {
        this.byId = byId;
        this.byName = new HashMap<>();
        byId.values().forEach(zone -> byName.put(zone.apex().toName(), zone));
    }

    public static Zones of(Collection<ZoneData> zones) {
        Map<String, ZoneData> byId = new LinkedHashMap<>();
        zones.forEach(zone -> byId.put(zone.id(), zone));
        return new Zones(byId);
    }

    /** The same zones, one of them replaced. */
    public Zones with(ZoneData zone) {
        Map<String, ZoneData> next = new LinkedHashMap<>(byId);
        next.put(zone.id(), zone);
        return new Zones(next);
    }

    public Optional<ZoneData> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The zone that is closest to the name, if it is one of ours. */
    public Optional<ZoneData> enclosing(Name name) {
        for (int i = 0; i < name.labels(); i++) {
            ZoneData zone = byName.get(i == 0 ? name : new Name(name, i));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    /** In the order of the settings. */
    public List<ZoneData> all() {
        return new ArrayList<>(byId.values());
    }
}
