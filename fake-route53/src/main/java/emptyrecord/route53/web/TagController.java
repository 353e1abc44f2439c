package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlNode;
import emptyrecord.kit.xml.XmlWriter;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.zones.ZoneStore;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** ListTagsForResource, ListTagsForResources and ChangeTagsForResource, of hosted zones. */
@RestController
class TagController {

    private static final String HOSTED_ZONE = "hostedzone";

    /** Route 53's own bound on the tags to add, the keys to remove, and the resources of one request. */
    private static final int ITEMS_MAX = 10;

    private final ZoneStore store;
    private final ApiFrame frame;

    TagController(ZoneStore store, ApiFrame frame) {
        this.store = store;
        this.frame = frame;
    }

    @GetMapping("/2013-04-01/tags/{type}/{id}")
    ResponseEntity<byte[]> list(@PathVariable String type, @PathVariable String id) {
        return frame.serve(Operation.ListTagsForResource, () -> {
            ZoneData zone = zone(type, id);
            return XmlAnswer.document("ListTagsForResourceResponse", answer -> tags(answer, zone));
        });
    }

    @PostMapping("/2013-04-01/tags/{type}")
    ResponseEntity<byte[]> listSeveral(@PathVariable String type, InputStream body) {
        return frame.serve(Operation.ListTagsForResources, () -> {
            List<ZoneData> zones =
                    bounded(
                                    "ResourceIds",
                                    SmallRequest.read("ListTagsForResourcesRequest", body)
                                            .all("ResourceId"))
                            .stream()
                            .map(id -> zone(type, id.text()))
                            .toList();
            return XmlAnswer.document(
                    "ListTagsForResourcesResponse",
                    answer -> answer.element("ResourceTagSets", sets -> zones.forEach(zone -> tags(sets, zone))));
        });
    }

    @PostMapping("/2013-04-01/tags/{type}/{id}")
    ResponseEntity<byte[]> change(@PathVariable String type, @PathVariable String id, InputStream body) {
        return frame.serve(Operation.ChangeTagsForResource, () -> {
            zone(type, id);
            XmlNode request = SmallRequest.read("ChangeTagsForResourceRequest", body);
            List<XmlNode> add = bounded("AddTags", request.all("Tag"));
            List<XmlNode> remove = bounded(
                    "RemoveTagKeys",
                    request.child("RemoveTagKeys").map(XmlNode::children).orElse(List.of()));
            if (add.isEmpty() && remove.isEmpty()) {
                throw Route53Error.invalidInput("Invalid request: there must be AddTags or RemoveTagKeys");
            }
            Submissions.described(
                    id,
                    Submissions.checked(() ->
                            store.describe(id, profile -> profile.withTags(changed(profile.tags(), add, remove)))));
            return XmlAnswer.document("ChangeTagsForResourceResponse", answer -> {});
        });
    }

    private static Map<String, String> changed(Map<String, String> now, List<XmlNode> add, List<XmlNode> remove) {
        Map<String, String> next = new HashMap<>(now);
        remove.forEach(key -> next.remove(key.text()));
        add.forEach(tag ->
                next.put(SmallRequest.required(tag, "Key"), tag.value("Value").orElse("")));
        return next;
    }

    private static List<XmlNode> bounded(String name, List<XmlNode> items) {
        if (items.size() > ITEMS_MAX) {
            throw Route53Error.invalidInput(name + " can have up to " + ITEMS_MAX + " items, not " + items.size());
        }
        return items;
    }

    private ZoneData zone(String type, String id) {
        if (type.equals("healthcheck")) {
            throw Route53Error.of(Route53Error.Code.NoSuchHealthCheck, "No health check exists with the ID: " + id);
        }
        if (!type.equals(HOSTED_ZONE)) {
            throw Route53Error.invalidInput("ResourceType must be healthcheck or hostedzone");
        }
        return store.zones().byId(id).orElseThrow(() -> Route53Error.noSuchZone(id));
    }

    private static void tags(XmlWriter answer, ZoneData zone) {
        answer.element(
                "ResourceTagSet",
                set -> set.text("ResourceType", HOSTED_ZONE)
                        .text("ResourceId", zone.id())
                        .element(
                                "Tags",
                                tags -> zone.profile()
                                        .tags()
                                        .forEach((key, value) -> tags.element(
                                                "Tag",
                                                tag -> tag.text("Key", key).text("Value", value)))));
    }
}
