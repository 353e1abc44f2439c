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

    private Zones(Map<String, ZoneData> byId, Map<Name, ZoneData> byName) {
        this.byId = byId;
        this.byName = byName;
    }

    public static Zones of(Collection<ZoneData> zones) {
        Map<String, ZoneData> byId = new LinkedHashMap<>();
        Map<Name, ZoneData> byName = new HashMap<>();
        zones.forEach(zone -> {
            byId.put(zone.id(), zone);
            byName.put(zone.apex().toName(), zone);
        });
        return new Zones(byId, byName);
    }

    /** The same zones, one of them added or replaced. */
    public Zones with(ZoneData zone) {
        Map<String, ZoneData> nextById = new LinkedHashMap<>(byId);
        Map<Name, ZoneData> nextByName = new HashMap<>(byName);
        nextById.put(zone.id(), zone);
        nextByName.put(zone.apex().toName(), zone);
        return new Zones(nextById, nextByName);
    }

    /** The same zones without one of them. */
    public Zones without(String id) {
        return of(byId.values().stream().filter(zone -> !zone.id().equals(id)).toList());
    }

    public Optional<ZoneData> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<ZoneData> named(RecordName apex) {
        return Optional.ofNullable(byName.get(apex.toName()));
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

    /** In the order of the settings, then of creation. */
    public List<ZoneData> all() {
        return new ArrayList<>(byId.values());
    }
}
