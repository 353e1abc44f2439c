package emptyrecord.deploy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Differences between the compose files and the chart that are meant, each with its values on both sides and its reason.
 * One that is there no longer is a difference, too.
 */
final class Meant {

    private static final String STAYS = "a pod has to stay: commands come by kubectl exec, as compose's come by run";

    /** The command line, which compose runs once for each command (profile tools). */
    static final List<Difference> ALL = List.of(
            new Difference("lab", "entry point", "[]", "[sleep, infinity]", STAYS),
            new Difference("lab", "restart", "Never", "Always", STAYS),
            new Difference(
                    "lab",
                    "user",
                    "1000:1000",
                    "10001:10001",
                    "it writes to no folder of the host, so the image's own user is enough"),
            new Difference(
                    "lab",
                    "volumes",
                    "{/lab/runs=files, /tmp=memory}",
                    "{/lab/runs=data, /tmp=memory}",
                    "a cluster has no folder of the project; a run's folder leaves by kubectl cp"));

    /**
     * @param service compose's name
     * @param what is compared
     * @param reason for people
     */
    record Difference(String service, String what, String compose, String chart, String reason) {}

    private final Set<Difference> seen = new HashSet<>();

    /** Whether exactly this difference is meant. */
    boolean allows(String service, String what, String inCompose, String inChart) {
        Optional<Difference> meant = ALL.stream()
                .filter(d -> d.service().equals(service) && d.what().equals(what))
                .filter(d -> d.compose().equals(inCompose))
                .filter(d -> d.chart().equals(inChart))
                .findFirst();
        meant.ifPresent(seen::add);
        return meant.isPresent();
    }

    /** Those of the services that were not met. */
    List<Difference> unseen(Set<String> services) {
        return ALL.stream()
                .filter(d -> services.contains(d.service()) && !seen.contains(d))
                .toList();
    }
}
