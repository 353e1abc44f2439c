package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.InstanceOptions;
import emptyrecord.dwfm.instances.KindChanges;
import emptyrecord.dwfm.instances.MetadataOptions;
import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;

/** API reference, "ModifyInstanceMetadataOptions": at least one option; those that are not named stay. */
record ModifyInstanceMetadataOptions(KindChanges changes) implements Ec2Action {

    private static final Set<String> OPTIONS =
            Set.of("HttpEndpoint", "HttpProtocolIpv6", "HttpPutResponseHopLimit", "HttpTokens", "InstanceMetadataTags");

    @Override
    public Set<String> parameters() {
        return Set.of(
                "InstanceId",
                "HttpEndpoint",
                "HttpProtocolIpv6",
                "HttpPutResponseHopLimit",
                "HttpTokens",
                "InstanceMetadataTags",
                "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        String id = form.id();
        if (OPTIONS.stream().allMatch(option -> form.text(option).isEmpty())) {
            throw Ec2Form.missing("HttpTokens");
        }
        var valid = Metadata.changed(MetadataOptions.DEFAULT, form, "");
        form.refuseDryRun();
        Instance after = changes.change(List.of(id), i -> {
                    InstanceOptions options = i.kind().options();
                    return i.kind().withOptions(options.withMetadata(Metadata.changed(options.metadata(), form, "")));
                })
                .getFirst()
                .after();
        return Ec2Xml.answer(
                name(),
                Metadata.BYTES,
                xml -> xml.text("instanceId", id)
                        .element(
                                "instanceMetadataOptions",
                                () -> Metadata.write(xml, after.kind().options().metadata())));
    }
}
