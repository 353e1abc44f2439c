package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlWriter;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.ZoneDefaults;
import emptyrecord.route53.zones.ZoneStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** ListHostedZones, ListHostedZonesByName, GetHostedZone, and the answer to operations that are not served. */
@RestController
class ZoneController {

    private static final int ITEMS_MAX = 100;

    private final ZoneStore store;
    private final ApiFrame frame;

    ZoneController(ZoneStore store, ApiFrame frame) {
        this.store = store;
        this.frame = frame;
    }

    @GetMapping("/2013-04-01/hostedzone")
    ResponseEntity<byte[]> list(@RequestParam @Nullable String marker, @RequestParam @Nullable String maxitems) {
        return frame.serve(Operation.ListHostedZones, () -> {
            int max = Paging.items(maxitems, ITEMS_MAX);
            Comparator<ZoneData> order = Comparator.comparing(ZoneData::id);
            List<ZoneData> found = sorted(order, z -> marker == null || z.id().compareTo(marker) >= 0);
            return XmlAnswer.document("ListHostedZonesResponse", answer -> {
                zones(answer, found, max);
                if (marker != null) {
                    answer.text("Marker", marker);
                }
                answer.text("IsTruncated", found.size() > max);
                if (found.size() > max) {
                    answer.text("NextMarker", found.get(max).id());
                }
                answer.text("MaxItems", max);
            });
        });
    }

    @GetMapping("/2013-04-01/hostedzonesbyname")
    ResponseEntity<byte[]> listByName(
            @RequestParam @Nullable String dnsname,
            @RequestParam @Nullable String hostedzoneid,
            @RequestParam @Nullable String maxitems) {
        return frame.serve(Operation.ListHostedZonesByName, () -> {
            int max = Paging.items(maxitems, ITEMS_MAX);
            Optional<RecordName> from = Optional.ofNullable(dnsname).map(Paging::name);
            Comparator<ZoneData> order = Comparator.comparing(ZoneData::apex).thenComparing(ZoneData::id);
            List<ZoneData> found =
                    sorted(order, z -> from.map(f -> z.apex().compareTo(f) >= 0).orElse(true));
            return XmlAnswer.document("ListHostedZonesByNameResponse", answer -> {
                zones(answer, found, max);
                if (dnsname != null) {
                    answer.text("DNSName", dnsname);
                }
                if (hostedzoneid != null) {
                    answer.text("HostedZoneId", hostedzoneid);
                }
                answer.text("IsTruncated", found.size() > max);
                if (found.size() > max) {
                    answer.text("NextDNSName", found.get(max).apex());
                    answer.text("NextHostedZoneId", found.get(max).id());
                }
                answer.text("MaxItems", max);
            });
        });
    }

    @GetMapping("/2013-04-01/hostedzone/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id) {
        return frame.serve(Operation.GetHostedZone, () -> {
            ZoneData zone = store.zones().byId(id).orElseThrow(() -> Route53Error.noSuchZone(id));
            return XmlAnswer.document("GetHostedZoneResponse", answer -> {
                zone(answer, zone);
                answer.element(
                        "DelegationSet",
                        set -> set.element("NameServers", servers -> {
                            for (String server : ZoneDefaults.NAME_SERVERS) {
                                servers.text("NameServer", server.substring(0, server.length() - 1));
                            }
                        }));
            });
        });
    }

    @RequestMapping("/2013-04-01/**")
    ResponseEntity<byte[]> unserved() {
        return frame.serve(Operation.Unknown, () -> {
            throw Route53Error.of(
                    Route53Error.Code.InvalidAction,
                    "This operation is not served here; there are ListHostedZones, ListHostedZonesByName,"
                            + " GetHostedZone, ListResourceRecordSets, ChangeResourceRecordSets and GetChange."
                            + " Hosted zones come from the setting route53.zones");
        });
    }

    private List<ZoneData> sorted(Comparator<ZoneData> order, Predicate<ZoneData> from) {
        return store.zones().all().stream().filter(from).sorted(order).toList();
    }

    private static void zones(XmlWriter answer, List<ZoneData> found, int max) {
        answer.element("HostedZones", all -> {
            for (ZoneData zone : found.subList(0, Math.min(max, found.size()))) {
                zone(all, zone);
            }
        });
    }

    private static void zone(XmlWriter answer, ZoneData zone) {
        answer.element(
                "HostedZone",
                z -> z.text("Id", "/hostedzone/" + zone.id())
                        .text("Name", zone.apex())
                        .text("CallerReference", zone.id())
                        .element("Config", config -> config.text("PrivateZone", false))
                        .text("ResourceRecordSetCount", zone.records().size()));
    }
}
