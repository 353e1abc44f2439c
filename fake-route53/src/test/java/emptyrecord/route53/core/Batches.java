package emptyrecord.route53.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.xbill.DNS.Name;

/** A zone and short words to change it. */
public final class Batches {

    public static final String ID = "Z01";
    public static final String ZONE = "db.test";

    private Batches() {}

    public static ZoneData zone() {
        return ZoneData.create(ID, ZONE, 900);
    }

    public static Change create(RecordSetSpec set) {
        return new Change(Action.CREATE, set);
    }

    public static Change delete(RecordSetSpec set) {
        return new Change(Action.DELETE, set);
    }

    public static Change upsert(RecordSetSpec set) {
        return new Change(Action.UPSERT, set);
    }

    public static ChangeBatch batch(Change... changes) {
        return new ChangeBatch(List.of(changes));
    }

    public static RecordSetSpec a(String name, String... addresses) {
        return RecordSetSpec.ofValues(name, "A", 60, List.of(addresses));
    }

    public static RecordSetSpec txt(String name, String text) {
        return RecordSetSpec.ofValues(name, "TXT", 60, List.of('"' + text + '"'));
    }

    public static RecordSetSpec alias(String name, String target) {
        return RecordSetSpec.ofAlias(name, "A", ID, target);
    }

    /** The tree of a plan: a leaf for each load balancer under a weighted set (F33). */
    public static Change[] tree(String plan, int leaves) {
        Change[] changes = new Change[2 * leaves];
        for (int i = 0; i < leaves; i++) {
            String leaf = "lb-" + i + "." + plan + "." + ZONE;
            changes[i] = create(a(leaf, "127.0." + (i + 1) + ".10"));
            changes[leaves + i] = create(alias(plan + "." + ZONE, leaf).weighted("lb-" + i, 10 * (i + 1)));
        }
        return changes;
    }

    public static ZoneData accepted(ZoneData zone, Change... changes) {
        BatchResult result = batch(changes).applyTo(Zones.of(List.of(zone)), zone);
        assertThat(result).isInstanceOf(BatchResult.Accepted.class);
        return ((BatchResult.Accepted) result).next();
    }

    public static List<String> refused(ZoneData zone, Change... changes) {
        BatchResult result = batch(changes).applyTo(Zones.of(List.of(zone)), zone);
        assertThat(result).isInstanceOf(BatchResult.Refused.class);
        return ((BatchResult.Refused) result).reasons();
    }

    public static Name dns(String name) {
        return RecordName.parse(name).toName();
    }
}
