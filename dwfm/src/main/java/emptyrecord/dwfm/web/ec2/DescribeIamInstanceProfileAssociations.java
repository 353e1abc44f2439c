package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import java.util.Set;

/** API reference, "DescribeIamInstanceProfileAssociations". No instance here has a profile. */
record DescribeIamInstanceProfileAssociations() implements Ec2Action {

    private static final Filters<String> FILTERS = Filters.ofNothing("instance-id", "state");

    private static final Listing.Shape<String> SHAPE = new Listing.Shape<>(
            "DescribeIamInstanceProfileAssociations", "iamInstanceProfileAssociationSet", 0, (xml, nothing) -> {});

    @Override
    public Set<String> parameters() {
        return Set.of("AssociationId.N", "Filter.N", "MaxResults", "NextToken");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return Listing.nothing(form)
                .named("AssociationId", Resource.ASSOCIATION, id -> id)
                .matching(FILTERS)
                .answer(SHAPE, room, 5, 1000);
    }
}
