package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** API reference, "DescribeImages": how callers find the image that they launch, by owner and name. */
record DescribeImages() implements Ec2Action {

    private static final int PAGE_MAX = 1000;

    /** An image in an answer, rounded up. */
    static final int BYTES = 1_400;

    static final String ROOT = "/dev/xvda";

    private static final Filters<Image> FILTERS = Filters.of(
            filter("architecture", Image::architecture),
            filter("creation-date", Image::created),
            filter("description", Image::description),
            filter("ena-support", i -> true),
            filter("hypervisor", i -> "xen"),
            filter("image-id", Image::id),
            filter("image-type", i -> "machine"),
            filter("is-public", i -> !i.own()),
            filter("name", Image::name),
            filter("owner-alias", Image::alias),
            filter("owner-id", Image::owner),
            filter("root-device-name", i -> ROOT),
            filter("root-device-type", i -> "ebs"),
            filter("state", i -> "available"),
            filter("virtualization-type", i -> "hvm"));

    @Override
    public Set<String> parameters() {
        return Set.of(
                "ImageId.N",
                "Owner.N",
                "ExecutableBy.N",
                "Filter.N",
                "IncludeDeprecated",
                "IncludeDisabled",
                "MaxResults",
                "NextToken",
                "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> ids = form.list("ImageId");
        refuseUnknown(ids);
        Page.Request request = Page.Request.of(form, 1, PAGE_MAX);
        List<Image> chosen = Image.ALL.stream()
                .filter(i -> ids.isEmpty() || ids.contains(i.id()))
                .filter(scope(form).and(FILTERS.of(form.filters())))
                .toList();
        var unused = form.flag("IncludeDeprecated") | form.flag("IncludeDisabled");
        form.refuseDryRun();
        Page<Image> page = request.of(chosen, i -> Image.ALL.indexOf(i) + 1L, i -> BYTES);
        long bytes = (long) BYTES * page.items().size();
        room.take(bytes);
        return Ec2Xml.answer(name(), bytes, xml -> {
            xml.element("imagesSet", () -> page.items().forEach(i -> xml.element("item", () -> write(xml, i))));
            page.nextToken().ifPresent(token -> xml.text("nextToken", token));
        });
    }

    private static void refuseUnknown(List<String> ids) {
        List<String> known = Image.ALL.stream().map(Image::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw Ec2Bounds.isImageId(id)
                    ? new Ec2Exception(Ec2Error.INVALID_AMI_ID_NOT_FOUND, "The image id '[" + id + "]' does not exist")
                    : new Ec2Exception(
                            Ec2Error.INVALID_AMI_ID_MALFORMED, "Invalid id: \"" + Ec2Bounds.shortened(id) + "\"");
        });
    }

    /** Owners, and who may launch them: everybody may launch public ones, only the owner its own. */
    private static Predicate<Image> scope(Ec2Form form) {
        List<String> owners = form.list("Owner");
        List<String> users = form.list("ExecutableBy");
        return image -> (owners.isEmpty() || owners.stream().anyMatch(image::belongsTo))
                && (users.isEmpty() || !image.own() && users.contains("all"));
    }

    private static void write(XmlWriter xml, Image image) {
        xml.text("imageId", image.id())
                .text("imageLocation", image.alias() + "/" + image.name())
                .text("imageState", "available")
                .text("imageOwnerId", image.owner());
        if (!image.own()) {
            xml.text("imageOwnerAlias", image.alias());
        }
        xml.text("isPublic", !image.own())
                .text("creationDate", image.created())
                .text("architecture", image.architecture())
                .text("imageType", "machine")
                .text("name", image.name())
                .text("description", image.description())
                .text("platformDetails", "Linux/UNIX")
                .text("usageOperation", "RunInstances")
                .text("rootDeviceType", "ebs")
                .text("rootDeviceName", ROOT)
                .element("blockDeviceMapping", () -> xml.element("item", () -> rootDisk(xml)))
                .text("virtualizationType", "hvm")
                .text("hypervisor", "xen")
                .text("enaSupport", true);
    }

    private static void rootDisk(XmlWriter xml) {
        xml.text("deviceName", ROOT)
                .element(
                        "ebs",
                        () -> xml.text("volumeSize", 8)
                                .text("volumeType", "gp3")
                                .text("deleteOnTermination", true)
                                .text("encrypted", false));
    }
}
