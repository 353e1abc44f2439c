package emptyrecord.nlb.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Automatic AZ DNS failover: every minute each zone is judged by the share of its nodes that are failing or late; above
 * the threshold the zone leaves DNS, and it returns when it no longer is (F71). Operators can switch it off, which
 * brings every zone back at once (F19).
 */
final class ZoneFailover {

    private final CheckingContext context;
    private final Remedies remedies;
    private final Trust trust;
    private final Map<String, List<NodeState>> zones;
    private final Set<String> withdrawn = new TreeSet<>();
    private Optional<Instant> lastRemoval = Optional.empty();
    private boolean on = true;
    private long failovers;

    ZoneFailover(CheckingContext context, Remedies remedies, Trust trust, Map<String, List<NodeState>> zones) {
        this.context = context;
        this.remedies = remedies;
        this.trust = trust;
        this.zones = new LinkedHashMap<>(zones);
    }

    void evaluate() {
        if (!on) {
            return;
        }
        boolean believed = trust.believes(all());
        zones.forEach((zone, nodes) -> {
            double share = trust.share(nodes);
            boolean bad = share > threshold();
            if (!bad) {
                countIfLateMattered(zone, nodes);
            }
            judge(zone, bad && believed, share);
            if (bad && !believed) {
                remedies.belief().acted();
            }
        });
    }

    void switchTo(boolean wanted) {
        if (on != wanted) {
            on = wanted;
            context.emit(new Effect.AutoFailoverSwitched(on));
            if (!on) {
                zones.keySet().forEach(this::restore);
            }
        }
    }

    boolean on() {
        return on;
    }

    boolean isWithdrawn(String zone) {
        return withdrawn.contains(zone);
    }

    /** Route 53 answers with every zone when all of them are out (fail open). */
    boolean answersWith(String zone) {
        return !withdrawn.contains(zone) || withdrawn.size() == zones.size();
    }

    double share(String zone) {
        return trust.share(zones.getOrDefault(zone, List.of()));
    }

    long failovers() {
        return failovers;
    }

    private void judge(String zone, boolean bad, double share) {
        if (!bad) {
            restore(zone);
        } else if (!withdrawn.contains(zone) && velocityAllows()) {
            withdraw(zone, share);
        }
    }

    private boolean velocityAllows() {
        return remedies.velocity().ask(v -> v.allows(withdrawn.size(), lastRemoval, context.now()));
    }

    private void withdraw(String zone, double share) {
        withdrawn.add(zone);
        lastRemoval = Optional.of(context.now());
        failovers++;
        context.emit(new Effect.ZoneWithdrawn(zone, share));
    }

    private void restore(String zone) {
        if (withdrawn.remove(zone)) {
            context.emit(new Effect.ZoneRestored(zone));
        }
    }

    private void countIfLateMattered(String zone, List<NodeState> nodes) {
        if (remedies.lateResults().on() && !withdrawn.contains(zone) && trust.nightShare(nodes) > threshold()) {
            remedies.lateResults().acted();
        }
    }

    private double threshold() {
        return context.rules().failover().threshold();
    }

    private List<NodeState> all() {
        return zones.values().stream().flatMap(List::stream).toList();
    }
}
