package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlWriter;
import emptyrecord.route53.core.health.Children;
import emptyrecord.route53.core.health.Endpoint;
import emptyrecord.route53.core.health.HealthCheck;
import emptyrecord.route53.core.health.HealthCheckConfig;
import emptyrecord.route53.core.health.ProbeTarget;
import emptyrecord.route53.health.Observation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Health checks and what checkers report, with Route 53's elements in its order (API_HealthCheckConfig). */
final class HealthCheckXml {

    /** Route 53's checkers have addresses of their own; these are all this process. */
    private static final String CHECKER_ADDRESS = "127.0.0.1";

    /** Tags around a health check and its numbers, and eight regions, rounded up. */
    private static final int CHECK_BYTES = 1400;

    /** Tags around an id, and it, rounded up. */
    private static final int CHILD_BYTES = 110;

    private HealthCheckXml() {}

    /** Upper bound on the bytes that {@link #check} writes. */
    static long bytesMax(HealthCheck check) {
        long texts = XmlWriter.bytesMax(check.callerReference());
        for (ProbeTarget target :
                check.config().endpoint().stream().map(Endpoint::target).toList()) {
            texts += Stream.of(target.address(), target.name(), target.path(), target.search())
                    .flatMap(Optional::stream)
                    .mapToLong(XmlWriter::bytesMax)
                    .sum();
        }
        int children = check.config().children().map(c -> c.ids().size()).orElse(0);
        return CHECK_BYTES + texts + (long) CHILD_BYTES * children;
    }

    static void check(XmlWriter answer, HealthCheck check) {
        answer.element(
                "HealthCheck",
                out -> out.text("Id", check.id())
                        .text("CallerReference", check.callerReference())
                        .element("HealthCheckConfig", config -> config(config, check.config()))
                        .text("HealthCheckVersion", check.version()));
    }

    private static void config(XmlWriter out, HealthCheckConfig config) {
        Endpoint endpoint = config.endpoint().orElse(null);
        if (endpoint == null) {
            out.text("Type", config.type());
            flags(out, config);
            config.children().ifPresent(children -> children(out, children));
            return;
        }
        endpoint.target().address().ifPresent(address -> out.text("IPAddress", address));
        out.text("Port", endpoint.target().port()).text("Type", config.type());
        endpoint.target().path().ifPresent(path -> out.text("ResourcePath", path));
        endpoint.target().name().ifPresent(name -> out.text("FullyQualifiedDomainName", name));
        endpoint.target().search().ifPresent(search -> out.text("SearchString", search));
        out.text("RequestInterval", endpoint.pace().intervalSeconds())
                .text("FailureThreshold", endpoint.pace().failureThreshold())
                .text("MeasureLatency", endpoint.pace().measureLatency());
        flags(out, config);
        out.text("EnableSNI", false);
        if (!endpoint.pace().regions().isEmpty()) {
            out.element(
                    "Regions", regions -> endpoint.pace().regions().forEach(region -> regions.text("Region", region)));
        }
    }

    private static void flags(XmlWriter out, HealthCheckConfig config) {
        out.text("Inverted", config.inverted()).text("Disabled", config.disabled());
    }

    private static void children(XmlWriter out, Children children) {
        out.text("HealthThreshold", children.threshold())
                .element("ChildHealthChecks", all -> children.ids().forEach(id -> all.text("ChildHealthCheck", id)));
    }

    static void observations(XmlWriter answer, List<Observation> observations) {
        answer.element("HealthCheckObservations", all -> {
            for (Observation observation : observations) {
                all.element(
                        "HealthCheckObservation",
                        one -> one.text("Region", observation.region())
                                .text("IPAddress", CHECKER_ADDRESS)
                                .element(
                                        "StatusReport",
                                        report -> report.text("Status", observation.status())
                                                .text("CheckedTime", observation.checked())));
            }
        });
    }
}
