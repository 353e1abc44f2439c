package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** API reference, "DescribeAccountAttributes". There are no elastic addresses, so none may be taken. */
record DescribeAccountAttributes() implements Ec2Action {

    private static final int BYTES = 250;

    private static final Map<String, String> ATTRIBUTES = new TreeMap<>(Map.of(
            "default-vpc", DefaultVpc.ID,
            "max-elastic-ips", "0",
            "supported-platforms", "VPC",
            "vpc-max-elastic-ips", "0",
            "vpc-max-security-groups-per-interface", "1"));

    @Override
    public Set<String> parameters() {
        return Set.of("AttributeName.N", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> wanted = form.list("AttributeName");
        wanted.stream()
                .filter(name -> !ATTRIBUTES.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Ec2Form.invalid("AttributeName", name, "it must be one of " + ATTRIBUTES.keySet());
                });
        List<Map.Entry<String, String>> chosen = ATTRIBUTES.entrySet().stream()
                .filter(a -> wanted.isEmpty() || wanted.contains(a.getKey()))
                .toList();
        return new Listing<>(form, chosen)
                .answer(
                        new Listing.Shape<>(
                                name(),
                                "accountAttributeSet",
                                BYTES,
                                (xml, a) -> xml.text("attributeName", a.getKey())
                                        .element(
                                                "attributeValueSet",
                                                () -> xml.element(
                                                        "item", () -> xml.text("attributeValue", a.getValue())))),
                        room);
    }
}
