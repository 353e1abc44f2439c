package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlBounds;
import emptyrecord.kit.xml.XmlException;
import emptyrecord.kit.xml.XmlNode;
import emptyrecord.kit.xml.XmlReader;
import emptyrecord.kit.xml.XmlTooLongException;
import emptyrecord.route53.core.Action;
import emptyrecord.route53.core.BatchSize;
import emptyrecord.route53.core.Change;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.core.Failover;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.core.Weighted;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a ChangeResourceRecordSetsRequest. A malformed one is InvalidInput; DNS's rules are left to the batch. */
final class ChangeBatchReader {

    /** Routing policies of Route 53 that are not served here. */
    private static final List<String> UNSERVED = List.of(
            "Region",
            "GeoLocation",
            "GeoProximityLocation",
            "CidrRoutingConfig",
            "MultiValueAnswer",
            "TrafficPolicyInstanceId");

    /**
     * Every element of the request that Route 53 has (docs.aws.amazon.com, ChangeResourceRecordSets). Other names end the
     * reading.
     */
    private static final Set<String> KNOWN = Set.of(
            ("ChangeResourceRecordSetsRequest ChangeBatch Comment Changes Change Action ResourceRecordSet Name Type TTL"
                            + " SetIdentifier Weight ResourceRecords ResourceRecord Value AliasTarget HostedZoneId DNSName"
                            + " EvaluateTargetHealth Region Failover GeoLocation ContinentCode CountryCode SubdivisionCode"
                            + " GeoProximityLocation AWSRegion LocalZoneGroup Coordinates Latitude Longitude Bias"
                            + " CidrRoutingConfig CollectionId LocationName MultiValueAnswer HealthCheckId"
                            + " TrafficPolicyInstanceId")
                    .split(" "));

    private static final int NAME_SHOWN = 64;

    /** A tag and the text behind it: twice the bound on all values of a batch. */
    private static final int TAG_BYTES_MAX = 64_000;

    /** Route 53's requests need 8. */
    private static final int DEPTH_MAX = 16;

    /** Route 53's requests have one namespace. */
    private static final int ATTRIBUTES_MAX = 32;

    private ChangeBatchReader() {}

    /**
     * Reads a batch change by change and stops at the first that is too many.
     *
     * @throws Route53Error InvalidInput, or InvalidChangeBatch where the batch is over Route 53's limits
     */
    static ChangeBatch read(InputStream body, ChangeLimits limits) {
        try {
            return XmlReader.read(body, bounds(limits), xml -> batch(xml, limits));
        } catch (XmlTooLongException e) {
            throw Route53Error.invalidInput("The request body is longer than " + limits.requestBytesMax()
                    + " bytes; split the batch (route53.request-bytes-max)");
        } catch (XmlException e) {
            throw Route53Error.invalidInput("Invalid XML ; " + e.getMessage());
        }
    }

    private static XmlBounds bounds(ChangeLimits limits) {
        return new XmlBounds(
                limits.requestBytesMax(), TAG_BYTES_MAX, DEPTH_MAX, ATTRIBUTES_MAX, ChangeBatchReader::rejectUnknown);
    }

    private static void rejectUnknown(String name) {
        if (!KNOWN.contains(name)) {
            throw Route53Error.invalidInput("Invalid XML ; a ChangeResourceRecordSetsRequest has no element "
                    + name.substring(0, Math.min(name.length(), NAME_SHOWN)));
        }
    }

    private static ChangeBatch batch(XmlReader xml, ChangeLimits limits) {
        require(xml, "ChangeResourceRecordSetsRequest");
        List<Change> changes = new ArrayList<>();
        while (xml.nextChild()) {
            require(xml, "ChangeBatch");
            batch(xml, limits, changes);
        }
        if (changes.isEmpty()) {
            throw Route53Error.invalidInput("Invalid request: a ChangeBatch needs at least one Change");
        }
        return new ChangeBatch(changes);
    }

    private static void batch(XmlReader xml, ChangeLimits limits, List<Change> changes) {
        while (xml.nextChild()) {
            if (xml.name().equals("Changes")) {
                changes(xml, limits, changes);
            } else {
                require(xml, "Comment");
                xml.node(new ChangeBudget(limits));
            }
        }
    }

    private static void changes(XmlReader xml, ChangeLimits limits, List<Change> changes) {
        BatchSize size = BatchSize.of(changes);
        while (xml.nextChild()) {
            require(xml, "Change");
            if (changes.size() == limits.changesPerBatch()) {
                throw Route53Error.invalidBatch(List.of(limits.tooManyRecords()));
            }
            Change change = change(xml.node(new ChangeBudget(limits)));
            size = size.plus(BatchSize.of(List.of(change)));
            limits.check(size);
            changes.add(change);
        }
    }

    private static void require(XmlReader xml, String name) {
        if (!xml.name().equals(name)) {
            throw Route53Error.invalidInput("Invalid XML ; expected " + name + ", found " + xml.name());
        }
    }

    private static Change change(XmlNode node) {
        String action = requiredValue(node, "Action");
        if (Arrays.stream(Action.values()).noneMatch(a -> a.name().equals(action))) {
            throw Route53Error.invalidInput(
                    "Invalid request: Action must be one of CREATE, DELETE, UPSERT, not '" + action + "'");
        }
        try {
            return new Change(Action.valueOf(action), set(action, required(node, "ResourceRecordSet")));
        } catch (IllegalArgumentException e) {
            throw Route53Error.invalidInput("Invalid request: " + e.getMessage());
        }
    }

    private static RecordSetSpec set(String action, XmlNode node) {
        for (String unserved : UNSERVED) {
            if (node.child(unserved).isPresent()) {
                throw new IllegalArgumentException(
                        unserved + " is not served here; use simple, weighted, failover or alias record sets");
            }
        }
        requireOneShape(action, node);
        return new RecordSetSpec(
                requiredValue(node, "Name"),
                requiredValue(node, "Type"),
                weighted(node),
                failover(node),
                node.value("HealthCheckId"),
                values(node),
                alias(node));
    }

    /** A record set has values of its own or is an ALIAS; either must be complete, and not with the other. */
    private static void requireOneShape(String action, XmlNode node) {
        boolean alias = node.child("AliasTarget").isPresent();
        boolean ttl = node.value("TTL").isPresent();
        boolean records = node.child("ResourceRecords").isPresent();
        if (alias ? ttl || records : !ttl || !records) {
            throw new IllegalArgumentException(
                    "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId],"
                            + " but found " + (alias ? "more than one" : "none") + " in Change with [Action=" + action
                            + ", Name=" + requiredValue(node, "Name") + ", Type=" + requiredValue(node, "Type")
                            + ", SetIdentifier=" + node.value("SetIdentifier").orElse("null") + "]");
        }
    }

    private static Optional<Weighted> weighted(XmlNode node) {
        Optional<String> identifier = node.value("SetIdentifier");
        Optional<String> weight = node.value("Weight");
        boolean failover = node.value("Failover").isPresent();
        if (identifier.isPresent() != (weight.isPresent() || failover)) {
            throw new IllegalArgumentException(
                    "SetIdentifier and Weight or Failover belong together; one of them is missing");
        }
        return weight.map(text -> new Weighted(identifier.orElseThrow(), (int) number("Weight", text, 255)));
    }

    private static Optional<Failover> failover(XmlNode node) {
        return node.value("Failover").map(role -> new Failover(requiredValue(node, "SetIdentifier"), role(role)));
    }

    private static Failover.Role role(String text) {
        return switch (text) {
            case "PRIMARY" -> Failover.Role.PRIMARY;
            case "SECONDARY" -> Failover.Role.SECONDARY;
            default -> throw new IllegalArgumentException("Failover must be PRIMARY or SECONDARY, not '" + text + "'");
        };
    }

    private static Optional<RecordSetSpec.Values> values(XmlNode node) {
        Optional<XmlNode> records = node.child("ResourceRecords");
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (XmlNode record : records.get().children()) {
            texts.add(requiredValue(record, "Value"));
        }
        return Optional.of(
                new RecordSetSpec.Values(number("TTL", requiredValue(node, "TTL"), Integer.MAX_VALUE), texts));
    }

    private static Optional<RecordSetSpec.Alias> alias(XmlNode node) {
        return node.child("AliasTarget")
                .map(target -> new RecordSetSpec.Alias(
                        plainId(requiredValue(target, "HostedZoneId")),
                        requiredValue(target, "DNSName"),
                        Boolean.parseBoolean(requiredValue(target, "EvaluateTargetHealth"))));
    }

    private static String plainId(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** @throws IllegalArgumentException that says what to write */
    static long number(String name, String text, long max) {
        try {
            long value = Long.parseLong(text);
            if (value >= 0 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the sentence that says what to write
        }
        throw new IllegalArgumentException(name + " must be a number from 0 to " + max + ", not '" + text + "'");
    }

    private static XmlNode required(XmlNode node, String child) {
        return node.child(child)
                .orElseThrow(
                        () -> Route53Error.invalidInput("Invalid XML ; element " + node.name() + " has no " + child));
    }

    private static String requiredValue(XmlNode node, String child) {
        return node.value(child)
                .orElseThrow(
                        () -> Route53Error.invalidInput("Invalid XML ; element " + node.name() + " needs a " + child));
    }
}
