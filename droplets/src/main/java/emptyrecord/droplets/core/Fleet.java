package emptyrecord.droplets.core;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All droplets of this service. Not thread-safe. */
public final class Fleet {

    private final FleetShape shape;
    private final Map<DropletId, Droplet> droplets = new LinkedHashMap<>();
    /** Droplets of an earlier shape: they are not hosted now, and their epochs stay remembered. */
    private final Map<DropletId, Droplet> elsewhere = new LinkedHashMap<>();

    private int running;

    public Fleet(FleetShape shape) {
        this.shape = shape;
        shape.ids().forEach(id -> droplets.put(id, new Droplet(id, shape.room())));
    }

    /** @throws UnknownDropletException if it is not hosted here */
    public Droplet find(DropletId id) {
        Droplet found = droplets.get(id);
        if (found == null) {
            throw new UnknownDropletException(id, shape);
        }
        return found;
    }

    /** Host by host, slot by slot. */
    public Collection<Droplet> droplets() {
        return Collections.unmodifiableCollection(droplets.values());
    }

    public FleetShape shape() {
        return shape;
    }

    public void apply(DropletLine line) {
        Droplet droplet = find(DropletId.parse(line.droplet()));
        int before = droplet.running();
        droplet.apply(line);
        running += droplet.running() - before;
    }

    /** Takes in a line of an earlier process, whose fleet may have had another shape. */
    public void restore(DropletLine line) {
        DropletId id = DropletId.parse(line.droplet());
        if (droplets.containsKey(id)) {
            apply(line);
        } else {
            elsewhere
                    .computeIfAbsent(id, other -> new Droplet(other, shape.room()))
                    .apply(line);
        }
    }

    /** Instances that run on all droplets. */
    public int running() {
        return running;
    }

    /** Droplets whose lease runs. */
    public int leasesObeyed(Instant now) {
        return (int) droplets.values().stream()
                .filter(d -> d.obeyed().filter(o -> o.runsAt(now)).isPresent())
                .count();
    }

    /** How many lines {@link #memory} has at most. */
    public long remembered() {
        return (long) droplets.size() + elsewhere.size();
    }

    /** One line for each droplet that has something to remember. */
    public List<DropletLine> memory() {
        return Stream.concat(droplets.values().stream(), elsewhere.values().stream())
                .flatMap(d -> d.memory().stream())
                .toList();
    }
}
