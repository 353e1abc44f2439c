package emptyrecord.enactor.core;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The top of an endpoint's zone at one reading: all that an enactor ever knows about the current state (F31).
 *
 * @param names of the zone
 * @param apex the customers' name
 * @param apexIpv6 its AAAA; only a dual-stack endpoint has one
 * @param lock as read, exactly
 * @param version exists only once the fence has been on
 */
public record ZoneHead(
        ZoneNames names,
        Optional<RecordSet.Alias> apex,
        Optional<RecordSet.Alias> apexIpv6,
        Optional<RecordSet.Text> lock,
        Optional<RecordSet.Text> version) {

    private static final Pattern VERSION = Pattern.compile("plan=([0-9]{1,18})");

    /**
     * The plan that the apex points at. A dangling ALIAS still names its plan, so the freshness check passes and the
     * flip is refused later (F39). A target that is no plan, such as one installed by hand, is older than every plan.
     */
    public PlanGeneration active() {
        return apex.flatMap(alias -> names.planOf(alias.target())).orElse(PlanGeneration.NONE);
    }

    /** The same reading for a plan's way to name the trees of an endpoint. */
    public ZoneHead namedAs(Plan.Endpoint endpoint) {
        return new ZoneHead(endpoint.names(), apex, apexIpv6, lock, version);
    }

    /** The plan number in the fence's own record. */
    PlanGeneration fencedAt() {
        return version.map(text -> VERSION.matcher(text.text()))
                .filter(Matcher::matches)
                .map(parts -> new PlanGeneration(Long.parseLong(parts.group(1))))
                .orElse(PlanGeneration.NONE);
    }

    Optional<Lock> readLock() {
        return lock.map(Lock::read);
    }
}
