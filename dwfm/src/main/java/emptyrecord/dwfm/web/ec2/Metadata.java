package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.MetadataOptions;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;

/** {@link MetadataOptions} in requests and answers. */
final class Metadata {

    /** Options in an answer, rounded up. */
    static final int BYTES = 320;

    private static final int HOPS_MAX = 64;
    private static final String ENABLED = "enabled";
    private static final String DISABLED = "disabled";

    private Metadata() {}

    /**
     * Options with those that the request names; the others stay.
     *
     * @param prefix of the parameters: empty, or a structure's name and a dot
     */
    static MetadataOptions changed(MetadataOptions before, Ec2Form form, String prefix) {
        return new MetadataOptions(
                choice(form, prefix + "HttpEndpoint", before.httpEndpoint(), List.of(ENABLED, DISABLED)),
                choice(form, prefix + "HttpTokens", before.httpTokens(), List.of("optional", "required")),
                form.number(prefix + "HttpPutResponseHopLimit", 1, HOPS_MAX, before.hopLimit()),
                choice(form, prefix + "HttpProtocolIpv6", before.httpProtocolIpv6(), List.of(ENABLED, DISABLED)),
                choice(
                        form,
                        prefix + "InstanceMetadataTags",
                        before.instanceMetadataTags(),
                        List.of(ENABLED, DISABLED)));
    }

    private static String choice(Ec2Form form, String parameter, String before, List<String> choices) {
        return form.text(parameter).isEmpty() ? before : form.choice(parameter, choices);
    }

    /** EC2's {@code InstanceMetadataOptionsResponse}. */
    static void write(XmlWriter xml, MetadataOptions options) {
        xml.text("state", "applied")
                .text("httpTokens", options.httpTokens())
                .text("httpPutResponseHopLimit", options.hopLimit())
                .text("httpEndpoint", options.httpEndpoint())
                .text("httpProtocolIpv6", options.httpProtocolIpv6())
                .text("instanceMetadataTags", options.instanceMetadataTags());
    }
}
