package emptyrecord.dwfm.instances;

/**
 * Options of an instance's metadata service, named as in EC2's API reference, "InstanceMetadataOptionsRequest". They are
 * kept; there is no such service here.
 *
 * @param httpEndpoint {@code enabled} or {@code disabled}
 * @param httpTokens {@code optional} or {@code required}
 * @param hopLimit of the answer to a token request, 1 to 64
 * @param httpProtocolIpv6 {@code enabled} or {@code disabled}
 * @param instanceMetadataTags {@code enabled} or {@code disabled}
 */
public record MetadataOptions(
        String httpEndpoint, String httpTokens, int hopLimit, String httpProtocolIpv6, String instanceMetadataTags) {

    /** EC2's defaults. */
    public static final MetadataOptions DEFAULT = new MetadataOptions("enabled", "optional", 1, "disabled", "disabled");

    public MetadataOptions {
        httpEndpoint = httpEndpoint.intern();
        httpTokens = httpTokens.intern();
        httpProtocolIpv6 = httpProtocolIpv6.intern();
        instanceMetadataTags = instanceMetadataTags.intern();
    }
}
