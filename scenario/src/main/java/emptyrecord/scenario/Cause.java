package emptyrecord.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Causes that trainees may name: a controller, or an edge between two. The list is the same in every drill. */
public enum Cause {
    DNS_PLANNER("the planner writes no plans, or wrong ones"),
    DNS_ENACTOR_STALE_PLAN("an enactor puts an old plan live"),
    DNS_RECORD_EMPTY("DynamoDB's name exists and has no addresses"),
    DNS_SERVER("DNS itself does not answer"),
    RESOLVER_CACHES("customers' resolvers keep an answer that is no longer true"),
    DYNAMODB_LOAD_BALANCER("a load balancer of DynamoDB is down"),
    DYNAMODB_ZONE("DynamoDB's Availability Zone is gone"),
    DYNAMODB_SERVICE("DynamoDB refuses or delays calls"),
    DWFM_COLLAPSE("DWFM works on what has expired"),
    DWFM_HOST("a DWFM host is down or slow"),
    DROPLET_HANDSHAKE("the handshake between DWFM and its droplets is slow"),
    EC2_API_LIMIT("EC2's request limit is too low"),
    NETWORK_MANAGER_BACKLOG("the Network Manager is behind"),
    HEALTH_CHECKS("the load balancer's health checks are wrong about healthy nodes"),
    LOAD_BALANCER_NODES("the load balancer's nodes are unwell"),
    NOTHING_WRONG("nothing is wrong"),
    OTHER("something else, in words");

    private final String meaning;

    Cause(String meaning) {
        this.meaning = meaning;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Cause::label).toList();
    }
}
