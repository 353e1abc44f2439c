package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.instances.InstanceTable.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads instances from the table, consistently: it asks for ids and versions, and then for the rows whose version this
 * process does not know yet. So an answer is the table's, and a list of thousands costs little memory.
 */
record InstanceRows(InstanceTable table, KnownInstances known) {

    static final Comparator<Instance> IN_LAUNCH_ORDER = Comparator.comparingLong(Instance::seq);

    /** In launch order. */
    List<Instance> all() {
        return inLaunchOrder(rows(table.versions(), row -> {}).values());
    }

    /** Those that exist, in launch order. */
    List<Instance> existing(Collection<String> ids) {
        return existing(ids, row -> {});
    }

    /** @param unknown gets each row whose version this process did not know */
    List<Instance> existing(Collection<String> ids, Consumer<Stored> unknown) {
        return inLaunchOrder(rows(table.versions(ids), unknown).values());
    }

    /**
     * In the order asked for.
     *
     * @throws Ec2Exception with InvalidInstanceID.NotFound if one is unknown
     */
    List<Instance> named(List<String> ids) {
        return named(ids, row -> {});
    }

    /** @param unknown gets each row whose version this process did not know */
    List<Instance> named(List<String> ids, Consumer<Stored> unknown) {
        Map<String, Instance> rows = rows(table.versions(ids), unknown);
        List<String> missing = ids.stream().filter(id -> !rows.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            throw Ec2Exception.unknown(missing);
        }
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
                .toList();
    }

    private static List<Instance> inLaunchOrder(Collection<Instance> instances) {
        return instances.stream().sorted(IN_LAUNCH_ORDER).toList();
    }

    private Map<String, Instance> rows(Map<String, Long> versions, Consumer<Stored> unknown) {
        Map<String, Instance> rows = new HashMap<>();
        List<String> others = new ArrayList<>();
        versions.forEach((id, version) -> known.stored(id)
                .filter(stored -> stored.version() == version)
                .map(Stored::instance)
                .ifPresentOrElse(instance -> rows.put(id, instance), () -> others.add(id)));
        if (!others.isEmpty()) {
            for (Stored row : table.read(others).instances()) {
                rows.put(row.instance().id(), row.instance());
                unknown.accept(row);
            }
        }
        return rows;
    }
}
