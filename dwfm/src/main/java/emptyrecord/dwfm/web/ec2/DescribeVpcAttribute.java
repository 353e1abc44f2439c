package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import java.util.Map;
import java.util.Set;

/** API reference, "DescribeVpcAttribute", with the attributes of a default VPC. */
record DescribeVpcAttribute() implements Ec2Action {

    private static final Map<String, Boolean> ATTRIBUTES = Map.of(
            "enableDnsSupport", true,
            "enableDnsHostnames", true,
            "enableNetworkAddressUsageMetrics", false);

    @Override
    public Set<String> parameters() {
        return Set.of("VpcId", "Attribute", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        String id = form.required("VpcId");
        String attribute = form.required("Attribute");
        Boolean value = ATTRIBUTES.get(attribute);
        if (value == null) {
            throw Ec2Form.invalid("Attribute", attribute, "it must be one of " + ATTRIBUTES.keySet());
        }
        if (!id.equals(DefaultVpc.ID)) {
            throw Resource.VPC.unknown(id);
        }
        form.refuseDryRun();
        return Ec2Xml.answer(
                name(), 0, xml -> xml.text("vpcId", id).element(attribute, () -> xml.text("value", value)));
    }
}
