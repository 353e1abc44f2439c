package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlBounds;
import emptyrecord.kit.xml.XmlException;
import emptyrecord.kit.xml.XmlNode;
import emptyrecord.kit.xml.XmlReader;
import java.io.InputStream;
import java.util.Set;

/** Reads a request that is no batch: it is short, and read whole. */
final class SmallRequest {

    /** Twenty tags of the greatest length, each character written as an escape, are shorter. Our choice. */
    private static final int BYTES_MAX = 64 * 1024;

    /** A calculated health check of 256 others has some hundreds. */
    private static final int ELEMENTS_MAX = 300;

    private static final int DEPTH_MAX = 8;
    private static final int ATTRIBUTES_MAX = 16;

    /** Every element of these requests that Route 53 has (docs.aws.amazon.com, API reference). */
    private static final Set<String> KNOWN = Set.of(
            ("CreateHostedZoneRequest CallerReference DelegationSetId HostedZoneConfig Comment PrivateZone Name VPC VPCId"
                            + " VPCRegion UpdateHostedZoneCommentRequest ChangeTagsForResourceRequest AddTags Tag Key Value"
                            + " RemoveTagKeys ListTagsForResourcesRequest ResourceIds ResourceId"
                            + " CreateHealthCheckRequest HealthCheckConfig UpdateHealthCheckRequest HealthCheckVersion"
                            + " IPAddress Port Type ResourcePath FullyQualifiedDomainName SearchString RequestInterval"
                            + " FailureThreshold MeasureLatency Inverted Disabled HealthThreshold ChildHealthChecks"
                            + " ChildHealthCheck EnableSNI Regions Region AlarmIdentifier"
                            + " InsufficientDataHealthStatus RoutingControlArn ResetElements ResettableElementName")
                    .split(" "));

    private SmallRequest() {}

    /** @throws Route53Error InvalidInput */
    static XmlNode read(String root, InputStream body) {
        XmlBounds bounds = new XmlBounds(BYTES_MAX, BYTES_MAX, DEPTH_MAX, ATTRIBUTES_MAX, SmallRequest::rejectUnknown);
        try {
            XmlNode node = XmlReader.read(body, bounds, xml -> xml.node(new Budget()));
            if (node.name().equals(root)) {
                return node;
            }
            throw Route53Error.invalidInput("Invalid XML ; expected " + root + ", found " + node.name());
        } catch (XmlException e) {
            throw Route53Error.invalidInput("Invalid XML ; " + e.getMessage());
        }
    }

    private static void rejectUnknown(String name) {
        if (!KNOWN.contains(name)) {
            throw Route53Error.invalidInput("Invalid XML ; the request has an element that it cannot have");
        }
    }

    /** @throws Route53Error InvalidInput if it is absent or empty */
    static String required(XmlNode node, String child) {
        return node.value(child)
                .orElseThrow(
                        () -> Route53Error.invalidInput("Invalid XML ; element " + node.name() + " needs a " + child));
    }

    private static final class Budget implements XmlNode.Budget {

        private int elements = ELEMENTS_MAX;

        @Override
        public void element() {
            if (--elements < 0) {
                throw Route53Error.invalidInput("The request has more than " + ELEMENTS_MAX + " elements");
            }
        }

        @Override
        public void text(int length) {
            // the bytes of the whole request are bounded
        }
    }
}
