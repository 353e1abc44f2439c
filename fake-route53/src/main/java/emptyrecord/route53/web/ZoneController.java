package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlWriter;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.zones.ZoneStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** ListHostedZones, ListHostedZonesByName, GetHostedZone, GetHostedZoneCount and GetDNSSEC. */
@RestController
class ZoneController {

    private static final int ITEMS_MAX = 100;

    private final ZoneStore store;
    private final ApiFrame frame;

    ZoneController(ZoneStore store, ApiFrame frame) {
        this.store = store;
        this.frame = frame;
    }

    /** The query of ListHostedZones. There are no private zones and no reusable delegation sets. */
    record Listed(
            @Nullable String marker,
            @Nullable String maxitems,
            @Nullable String delegationsetid,
            @Nullable String hostedzonetype) {

        Predicate<ZoneData> chosen() {
            if (delegationsetid != null && !delegationsetid.isEmpty()) {
                throw Route53Error.of(
                        Route53Error.Code.NoSuchDelegationSet, "There are no reusable delegation sets here");
            }
            return z ->
                    !"PrivateHostedZone".equals(hostedzonetype) && (marker == null || z.id().compareTo(marker) >= 0);
        }
    }

    @GetMapping({"/2013-04-01/hostedzone", "/2013-04-01/hostedzone/"})
    ResponseEntity<byte[]> list(Listed query) {
        return frame.serve(Operation.ListHostedZones, () -> {
            int max = Paging.items(query.maxitems(), ITEMS_MAX);
            List<ZoneData> found = sorted(Comparator.comparing(ZoneData::id), query.chosen());
            return XmlAnswer.document("ListHostedZonesResponse", answer -> {
                zones(answer, found, max);
                if (query.marker() != null) {
                    answer.text("Marker", query.marker());
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
            if (hostedzoneid != null && from.isEmpty()) {
                throw Route53Error.invalidInput("The request is not valid: hostedzoneid needs a dnsname");
            }
            List<ZoneData> found = sorted(
                    Comparator.comparing(ZoneData::apex).thenComparing(ZoneData::id),
                    z -> from.map(f -> z.apex().compareTo(f) >= 0).orElse(true));
            return XmlAnswer.document("ListHostedZonesByNameResponse", answer -> {
                zones(answer, found, max);
                from.ifPresent(name -> answer.text("DNSName", name));
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

    @GetMapping("/2013-04-01/hostedzonecount")
    ResponseEntity<byte[]> count() {
        return frame.serve(
                Operation.GetHostedZoneCount,
                () -> XmlAnswer.document(
                        "GetHostedZoneCountResponse",
                        answer -> answer.text(
                                "HostedZoneCount", store.zones().all().size())));
    }

    @GetMapping("/2013-04-01/hostedzone/{id}")
    ResponseEntity<byte[]> get(@PathVariable String id) {
        return frame.serve(Operation.GetHostedZone, () -> {
            ZoneData zone = zone(id);
            return XmlAnswer.document("GetHostedZoneResponse", answer -> {
                ZoneXml.zone(answer, zone);
                ZoneXml.delegation(answer);
            });
        });
    }

    @GetMapping("/2013-04-01/hostedzone/{id}/dnssec")
    ResponseEntity<byte[]> dnssec(@PathVariable String id) {
        return frame.serve(Operation.GetDNSSEC, () -> {
            zone(id);
            return XmlAnswer.document(
                    "GetDNSSECResponse",
                    answer -> answer.element("Status", status -> status.text("ServeSignature", "NOT_SIGNING"))
                            .element("KeySigningKeys", keys -> {}));
        });
    }

    private ZoneData zone(String id) {
        return store.zones().byId(id).orElseThrow(() -> Route53Error.noSuchZone(id));
    }

    private List<ZoneData> sorted(Comparator<ZoneData> order, Predicate<ZoneData> from) {
        return store.zones().all().stream().filter(from).sorted(order).toList();
    }

    private static void zones(XmlWriter answer, List<ZoneData> found, int max) {
        answer.element("HostedZones", all -> {
            for (ZoneData zone : found.subList(0, Math.min(max, found.size()))) {
                ZoneXml.zone(all, zone);
            }
        });
    }
}
