package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlNode;
import emptyrecord.route53.core.health.Children;
import emptyrecord.route53.core.health.Endpoint;
import emptyrecord.route53.core.health.HealthCheckConfig;
import emptyrecord.route53.core.health.HealthCheckType;
import emptyrecord.route53.core.health.Pace;
import emptyrecord.route53.core.health.ProbeTarget;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the settings of a health check from CreateHealthCheck and UpdateHealthCheck. An update keeps what it does not
 * name. Every method throws IllegalArgumentException with a sentence that says what to write.
 */
final class HealthCheckReader {

    private static final int HTTP_PORT = 80;

    private static final List<String> OF_ENDPOINTS = List.of(
            "IPAddress",
            "Port",
            "ResourcePath",
            "FullyQualifiedDomainName",
            "SearchString",
            "RequestInterval",
            "FailureThreshold",
            "MeasureLatency",
            "Regions");

    private static final List<String> OF_CALCULATED = List.of("HealthThreshold", "ChildHealthChecks");

    private static final List<String> UNSERVED =
            List.of("AlarmIdentifier", "InsufficientDataHealthStatus", "RoutingControlArn");

    private static final List<String> FIXED = List.of("Type", "RequestInterval", "MeasureLatency");

    private static final Set<String> RESETTABLE =
            Set.of("FullyQualifiedDomainName", "Regions", "ResourcePath", "ChildHealthChecks");

    private HealthCheckReader() {}

    /** @param node HealthCheckConfig */
    static HealthCheckConfig config(XmlNode node) {
        HealthCheckType type = HealthCheckType.parse(SmallRequest.required(node, "Type"));
        return read(new Source(node, Set.of()), type, Optional.empty());
    }

    /** The version that an UpdateHealthCheckRequest names. */
    static OptionalLong version(XmlNode request) {
        Optional<String> text = request.value("HealthCheckVersion");
        return text.isPresent()
                ? OptionalLong.of(ChangeBatchReader.number("HealthCheckVersion", text.get(), Integer.MAX_VALUE))
                : OptionalLong.empty();
    }

    /** The settings after an UpdateHealthCheckRequest. */
    static HealthCheckConfig updated(XmlNode request, HealthCheckConfig before) {
        for (String fixed : FIXED) {
            if (request.child(fixed).isPresent()) {
                throw new IllegalArgumentException(fixed + " of a health check cannot be changed; make a new one");
            }
        }
        Set<String> reset = Set.copyOf(request.all("ResettableElementName").stream()
                .map(XmlNode::text)
                .distinct()
                .toList());
        if (!RESETTABLE.containsAll(reset)) {
            throw new IllegalArgumentException("ResetElements can be " + RESETTABLE + ", not " + reset);
        }
        boolean hadAddress =
                before.endpoint().flatMap(e -> e.target().address()).isPresent();
        if (before.endpoint().isPresent()
                && !hadAddress
                && request.child("IPAddress").isPresent()) {
            throw new IllegalArgumentException(
                    "This health check was made without an IPAddress, and none can be added");
        }
        return read(new Source(request, reset), before.type(), Optional.of(before));
    }

    /** What a request says, and what it sets back to its default. */
    private record Source(XmlNode node, Set<String> reset) {

        Optional<String> text(String name, Optional<String> before) {
            return reset.contains(name) ? Optional.empty() : node.value(name).or(() -> before);
        }

        int number(String name, int max, int before) {
            return node.value(name)
                    .map(text -> (int) ChangeBatchReader.number(name, text, max))
                    .orElse(before);
        }

        boolean flag(String name, boolean before) {
            return node.value(name).map(text -> bool(name, text)).orElse(before);
        }

        List<String> list(String name, List<String> before) {
            if (reset.contains(name)) {
                return List.of();
            }
            return node.child(name)
                    .map(list -> list.children().stream().map(XmlNode::text).toList())
                    .orElse(before);
        }
    }

    private static HealthCheckConfig read(Source source, HealthCheckType type, Optional<HealthCheckConfig> before) {
        boolean calculated = type == HealthCheckType.CALCULATED;
        reject(source.node(), UNSERVED, "is not served here");
        reject(
                source.node(),
                calculated ? OF_ENDPOINTS : OF_CALCULATED,
                "does not belong to a health check of type " + type);
        return new HealthCheckConfig(
                type,
                calculated
                        ? Optional.empty()
                        : Optional.of(endpoint(source, type, before.flatMap(HealthCheckConfig::endpoint))),
                calculated
                        ? Optional.of(children(source, before.flatMap(HealthCheckConfig::children)))
                        : Optional.empty(),
                source.flag("Inverted", before.map(HealthCheckConfig::inverted).orElse(false)),
                source.flag("Disabled", before.map(HealthCheckConfig::disabled).orElse(false)));
    }

    private static void reject(XmlNode node, List<String> names, String why) {
        for (String name : names) {
            if (node.child(name).isPresent()) {
                throw new IllegalArgumentException(name + " " + why + "; leave it out");
            }
        }
    }

    private static Endpoint endpoint(Source source, HealthCheckType type, Optional<Endpoint> before) {
        Optional<ProbeTarget> target = before.map(Endpoint::target);
        Optional<Pace> pace = before.map(Endpoint::pace);
        if (type == HealthCheckType.TCP && target.isEmpty()) {
            SmallRequest.required(source.node(), "Port");
        }
        return new Endpoint(
                new ProbeTarget(
                        source.text("IPAddress", target.flatMap(ProbeTarget::address)),
                        source.number(
                                "Port", 65_535, target.map(ProbeTarget::port).orElse(HTTP_PORT)),
                        source.text("FullyQualifiedDomainName", target.flatMap(ProbeTarget::name)),
                        source.text("ResourcePath", target.flatMap(ProbeTarget::path)),
                        source.text("SearchString", target.flatMap(ProbeTarget::search))),
                new Pace(
                        source.number(
                                "RequestInterval",
                                60,
                                pace.map(Pace::intervalSeconds).orElse(Pace.INTERVAL_DEFAULT)),
                        source.number(
                                "FailureThreshold",
                                10,
                                pace.map(Pace::failureThreshold).orElse(Pace.THRESHOLD_DEFAULT)),
                        source.flag(
                                "MeasureLatency", pace.map(Pace::measureLatency).orElse(false)),
                        source.list("Regions", pace.map(Pace::regions).orElse(List.of()))));
    }

    private static Children children(Source source, Optional<Children> before) {
        if (before.isEmpty()) {
            SmallRequest.required(source.node(), "HealthThreshold");
        }
        return new Children(
                source.number(
                        "HealthThreshold", 256, before.map(Children::threshold).orElse(0)),
                source.list("ChildHealthChecks", before.map(Children::ids).orElse(List.of())));
    }

    private static boolean bool(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name + " must be true or false, not '" + text + "'");
        };
    }
}
