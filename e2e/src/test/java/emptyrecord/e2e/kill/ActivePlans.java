package emptyrecord.e2e.kill;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The plan of each endpoint, by control reads: it never goes back, whichever process dies. */
final class ActivePlans {

    static final Map<String, String> ZONES = Map.of(
            "Z01REGIONAL", "dynamodb.us-east-1.amazonaws.test.",
            "Z02DUALSTACK", "dynamodb.us-east-1.api.aws.test.",
            "Z03FIPS", "dynamodb-fips.us-east-1.amazonaws.test.",
            "Z04ACCOUNT", "123456789012.ddb.us-east-1.amazonaws.test.");

    private final Control control;
    private final Findings findings;
    private final Map<String, Long> active = new ConcurrentHashMap<>();

    ActivePlans(Control control, Findings findings) {
        this.control = control;
        this.findings = findings;
    }

    void look() {
        ZONES.forEach((id, apex) -> {
            try {
                plan(control.list(id), apex).ifPresent(plan -> judge(apex, plan));
            } catch (SdkException e) {
                findings.count("batches and reads without an answer");
            }
        });
    }

    private static OptionalLong plan(List<ResourceRecordSet> sets, String apex) {
        return sets.stream()
                .filter(s -> s.name().equals(apex) && s.aliasTarget() != null)
                .map(s -> s.aliasTarget().dnsName())
                .mapToLong(target -> Long.parseLong(target.substring("plan-".length(), target.indexOf('.'))))
                .findFirst();
    }

    private void judge(String apex, long plan) {
        Long before = active.put(apex, plan);
        if (before != null && plan < before) {
            findings.violated(apex + " went back from plan " + before + " to " + plan);
        } else if (before == null || plan > before) {
            findings.count("flips seen");
        }
    }

    boolean areAllOn(long plan) {
        return active.size() == ZONES.size() && active.values().stream().allMatch(p -> p >= plan);
    }
}
