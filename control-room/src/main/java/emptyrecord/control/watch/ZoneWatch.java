package emptyrecord.control.watch;

import emptyrecord.control.watch.core.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Reads the regional endpoint's hosted zone through Route 53's own API: the apex, the trees and the lock (F33, F35). */
public final class ZoneWatch {

    /** Real: for a call with its retries; a page waits for it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final Pattern LOCK = Pattern.compile("\"?holder=(\\S+) until=([0-9]{1,18})\"?");

    private final Route53Client route53;
    private final String regional;
    private final Pattern tree;
    private @Nullable String zoneId;

    public ZoneWatch(Route53Client route53, String regionalName) {
        this.route53 = route53;
        this.regional = regionalName;
        this.tree = Pattern.compile("plan-([0-9]{1,18})\\." + Pattern.quote(regionalName));
    }

    /**
     * The zone now; empty when Route 53 does not answer or has no such zone.
     *
     * @param now incident time, in which the lock's end is written
     * @param answers what DNS answered
     */
    public synchronized Optional<Scene.Zone> read(Instant now, List<String> answers) {
        try {
            String id = zoneId == null ? find() : zoneId;
            if (id == null) {
                return Optional.empty();
            }
            zoneId = id;
            return Optional.of(zone(
                    route53
                            .listResourceRecordSetsPaginator(
                                    r -> r.hostedZoneId(id).overrideConfiguration(c -> c.apiCallTimeout(TIMEOUT)))
                            .resourceRecordSets()
                            .stream()
                            .toList(),
                    now,
                    answers));
        } catch (SdkException e) {
            zoneId = null;
            return Optional.empty();
        }
    }

    private @Nullable String find() {
        return route53
                .listHostedZones(r -> r.overrideConfiguration(c -> c.apiCallTimeout(TIMEOUT)))
                .hostedZones()
                .stream()
                .filter(z -> plain(z.name()).equals(regional))
                .map(z -> z.id().substring(z.id().lastIndexOf('/') + 1))
                .findFirst()
                .orElse(null);
    }

    private Scene.Zone zone(List<ResourceRecordSet> sets, Instant now, List<String> answers) {
        TreeSet<Long> trees = new TreeSet<>();
        Long active = null;
        String holder = null;
        for (ResourceRecordSet set : sets) {
            String name = plain(set.name());
            Long plan = plan(name);
            if (plan != null) {
                trees.add(plan);
            } else if (name.equals(regional) && set.type() == RRType.A && set.aliasTarget() != null) {
                active = plan(plain(set.aliasTarget().dnsName()));
            } else if (name.equals("_lock." + regional)) {
                holder = holder(set, now);
            }
        }
        return new Scene.Zone(active, active != null && trees.contains(active), List.copyOf(trees), holder, answers, 0);
    }

    private @Nullable Long plan(String name) {
        Matcher matcher = tree.matcher(name);
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }

    private static @Nullable String holder(ResourceRecordSet lock, Instant now) {
        return lock.resourceRecords().stream()
                .map(r -> LOCK.matcher(r.value()))
                .filter(m -> m.matches() && Long.parseLong(m.group(2)) > now.getEpochSecond())
                .map(m -> m.group(1))
                .findFirst()
                .orElse(null);
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
