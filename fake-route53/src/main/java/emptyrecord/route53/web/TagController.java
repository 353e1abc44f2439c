package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlNode;
import emptyrecord.kit.xml.XmlWriter;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.health.HealthCheck;
import emptyrecord.route53.health.HealthCheckStore;
import emptyrecord.route53.zones.ZoneStore;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** ListTagsForResource, ListTagsForResources and ChangeTagsForResource, of hosted zones and health checks. */
@RestController
class TagController {

    private static final String HOSTED_ZONE = "hostedzone";
    private static final String HEALTH_CHECK = "healthcheck";

    /** Route 53's own bound on the tags to add, the keys to remove, and the resources of one request. */
    private static final int ITEMS_MAX = 10;

    private final ZoneStore store;
    private final HealthCheckStore checks;
    private final ApiFrame frame;

    TagController(ZoneStore store, HealthCheckStore checks, ApiFrame frame) {
        this.store = store;
        this.checks = checks;
        this.frame = frame;
    }

    /** A hosted zone or a health check, with its tags. */
    private record Tagged(String type, String id, Map<String, String> tags) {}

    @GetMapping("/2013-04-01/tags/{type}/{id}")
    ResponseEntity<byte[]> list(@PathVariable String type, @PathVariable String id) {
        return frame.serve(Operation.ListTagsForResource, () -> {
            Tagged resource = find(type, id);
            return XmlAnswer.document("ListTagsForResourceResponse", answer -> write(answer, resource));
        });
    }

    @PostMapping("/2013-04-01/tags/{type}")
    ResponseEntity<byte[]> listSeveral(@PathVariable String type, InputStream body) {
        return frame.serve(Operation.ListTagsForResources, () -> {
            List<XmlNode> ids = bounded(
                    "ResourceIds",
                    SmallRequest.read("ListTagsForResourcesRequest", body).all("ResourceId"));
            List<Tagged> found = ids.stream().map(id -> find(type, id.text())).toList();
            return XmlAnswer.document(
                    "ListTagsForResourcesResponse",
                    answer -> answer.element("ResourceTagSets", sets -> found.forEach(one -> write(sets, one))));
        });
    }

    @PostMapping("/2013-04-01/tags/{type}/{id}")
    ResponseEntity<byte[]> change(@PathVariable String type, @PathVariable String id, InputStream body) {
        return frame.serve(Operation.ChangeTagsForResource, () -> {
            find(type, id);
            XmlNode request = SmallRequest.read("ChangeTagsForResourceRequest", body);
            List<XmlNode> add = bounded("AddTags", request.all("Tag"));
            List<XmlNode> remove = bounded(
                    "RemoveTagKeys",
                    request.child("RemoveTagKeys").map(XmlNode::children).orElse(List.of()));
            if (add.isEmpty() && remove.isEmpty()) {
                throw Route53Error.invalidInput("Invalid request: there must be AddTags or RemoveTagKeys");
            }
            UnaryOperator<Map<String, String>> change = now -> changed(now, add, remove);
            if (type.equals(HEALTH_CHECK)) {
                Submissions.checked(() -> Submissions.done(checks.tag(id, change)));
            } else {
                Submissions.described(
                        id,
                        Submissions.checked(
                                () -> store.describe(id, profile -> profile.withTags(change.apply(profile.tags())))));
            }
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

    private Tagged find(String type, String id) {
        return switch (type) {
            case HEALTH_CHECK -> {
                HealthCheck check = checks.find(id).orElseThrow(() -> Route53Error.noSuchHealthCheck(id));
                yield new Tagged(type, id, check.tags());
            }
            case HOSTED_ZONE -> {
                ZoneData zone = store.zones().byId(id).orElseThrow(() -> Route53Error.noSuchZone(id));
                yield new Tagged(type, id, zone.profile().tags());
            }
            default -> throw Route53Error.invalidInput("ResourceType must be healthcheck or hostedzone");
        };
    }

    private static void write(XmlWriter answer, Tagged resource) {
        answer.element(
                "ResourceTagSet",
                set -> set.text("ResourceType", resource.type())
                        .text("ResourceId", resource.id())
                        .element(
                                "Tags",
                                tags -> resource.tags()
                                        .forEach((key, value) -> tags.element(
                                                "Tag",
                                                tag -> tag.text("Key", key).text("Value", value)))));
    }
}
