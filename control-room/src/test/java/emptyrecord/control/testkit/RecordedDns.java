package emptyrecord.control.testkit;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The recorded night's DNS management: planner, enactors and the regional zone, as what happened left them. */
final class RecordedDns {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/2013-04-01/hostedzone";
    private static final String XMLNS = " xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"";
    private static final String ZONE = RegionDouble.REGIONAL;

    private final RegionDouble region;
    private final RecordedNight night;
    private final RecordedClock clock;
    private final Map<String, Map<String, Object>> enactors = new ConcurrentHashMap<>();
    private final TreeSet<Long> trees = new TreeSet<>();
    private long active;
    private volatile boolean frozen;

    RecordedDns(RegionDouble region, RecordedNight night, RecordedClock clock) {
        this.region = region;
        this.night = night;
        this.clock = clock;
        active = night.whole("generation", RecordedNight.BEGINS) - 1;
        for (long plan = active - 8; plan <= active; plan++) {
            trees.add(plan);
        }
        answer();
    }

    /** Takes in what the record says happened, before it is told. */
    synchronized void happen(RecordedNight.Happening h) {
        long plan = EventId.PLAN.of(h.ids()) instanceof Number n ? n.longValue() : 0;
        Map<String, Object> enactor = enactors.computeIfAbsent(h.service(), s -> new ConcurrentHashMap<>());
        switch (EventKind.of(h.kind())) {
            case PLAN_PICKED -> enactor.put("holding", plan);
            case LOCK_LOST -> enactor.put("attempt", h.ids().getOrDefault(EventId.ATTEMPT.key(), 1));
            case PASS_FINISHED -> {
                enactor.remove("holding");
                enactor.remove("attempt");
                enactor.put("applied", plan);
            }
            case PLAN_FLIPPED -> {
                active = plan;
                trees.add(plan);
            }
            case PLAN_CLEANED -> trees.remove(plan);
            case ANSWER_EMPTIED -> region.dns.empty(ZONE);
            case ANSWER_RESTORED -> {
                active = night.whole("generation", h.t());
                trees.add(active);
                region.dns.restore(ZONE);
            }
            default -> {}
        }
    }

    private void answer() {
        region.route53.answer("GET", "/answers", b -> "{\"possible\":" + night.text("possible", clock.now()) + "}");
        region.route53.answer(
                "GET",
                API,
                b -> "<ListHostedZonesResponse" + XMLNS
                        + "><HostedZones><HostedZone><Id>/hostedzone/Z01REGIONAL</Id><Name>" + ZONE
                        + ".</Name><CallerReference>r</CallerReference></HostedZone></HostedZones>"
                        + "<IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListHostedZonesResponse>");
        region.route53.answer("GET", API + "/Z01REGIONAL/rrset", b -> records());
        region.route53.answer(
                "POST",
                API + "/Z01REGIONAL/rrset",
                b -> "<ChangeResourceRecordSetsResponse" + XMLNS
                        + "><ChangeInfo><Id>/change/C1</Id><Status>INSYNC</Status><SubmittedAt>2026-01-01T00:00:00Z"
                        + "</SubmittedAt></ChangeInfo></ChangeResourceRecordSetsResponse>");
        region.planner.answer("GET", "/freeze", b -> "{\"frozen\":" + frozen + "}");
        region.planner.answer("PUT", "/freeze", this::freeze);
        region.planner.answer(
                "GET",
                "/plans/latest",
                b -> "{\"generation\":" + night.text("generation", clock.now())
                        + ",\"endpoints\":[{\"name\":\"regional\",\"zone\":\"" + ZONE
                        + "\",\"loadBalancers\":[{\"name\":\"lb-1a\",\"address\":\"127.0.0.1\",\"weight\":100}]}]}");
        region.dynamo.answer(
                "GET", "/state", b -> "{\"loadBalancers\":[{\"healthy\":true},{\"healthy\":true},{\"healthy\":true}]}");
        for (PeerDouble enactor : region.enactors) {
            String name = "dns-enactor-" + (char) ('a' + region.enactors.indexOf(enactor));
            enactor.answer("GET", "/state", b -> enactor(name));
            enactor.answer("PUT", "/freeze", this::freeze);
        }
    }

    private String freeze(String body) {
        frozen = body.contains("true");
        return "{\"frozen\":" + frozen + "}";
    }

    private synchronized String records() {
        StringBuilder sets = new StringBuilder(alias(ZONE, active));
        trees.forEach(t -> sets.append(alias("plan-" + t + "." + ZONE, t)));
        return "<ListResourceRecordSetsResponse" + XMLNS + "><ResourceRecordSets>" + sets
                + "</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
    }

    private static String alias(String name, long plan) {
        String target = name.equals(ZONE) ? "plan-" + plan + "." + ZONE : "lb-1a.plan-" + plan + "." + ZONE;
        return "<ResourceRecordSet><Name>" + name + ".</Name><Type>A</Type><AliasTarget><HostedZoneId>Z01REGIONAL"
                + "</HostedZoneId><DNSName>" + target
                + ".</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>";
    }

    private synchronized String enactor(String name) {
        Map<String, Object> known = enactors.getOrDefault(name, Map.of());
        Map<String, Object> state = new TreeMap<>();
        state.put("enactor", name);
        state.put("holdingPlan", frozen ? null : known.get("holding"));
        state.put("endpoint", known.containsKey("holding") ? "regional" : null);
        state.put("step", known.containsKey("attempt") ? "back-off" : "poll");
        state.put("attempt", known.getOrDefault("attempt", 0));
        state.put("lastAppliedPlan", known.getOrDefault("applied", active));
        state.put("frozen", frozen);
        return JSON.writeValueAsString(state);
    }
}
