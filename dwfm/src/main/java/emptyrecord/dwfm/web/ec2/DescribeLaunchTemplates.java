package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import java.util.Map;
import java.util.Set;

/** API reference, "DescribeLaunchTemplates". There are no launch templates. */
record DescribeLaunchTemplates() implements Ec2Action {

    private static final Filters<String> FILTERS =
            Filters.ofNothing("create-time", "launch-template-name").withTags(nothing -> Map.of());

    private static final Listing.Shape<String> SHAPE =
            new Listing.Shape<>("DescribeLaunchTemplates", "launchTemplates", 0, (xml, nothing) -> {});

    @Override
    public Set<String> parameters() {
        return Set.of("LaunchTemplateId.N", "LaunchTemplateName.N", "Filter.N", "MaxResults", "NextToken", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return Listing.nothing(form)
                .named("LaunchTemplateId", Resource.LAUNCH_TEMPLATE, id -> id)
                .named("LaunchTemplateName", Resource.LAUNCH_TEMPLATE_NAME, id -> id)
                .matching(FILTERS)
                .answer(SHAPE, room, 1, 200);
    }
}
