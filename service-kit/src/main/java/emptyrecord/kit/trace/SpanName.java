package emptyrecord.kit.trace;

/** Every span of the region, by name, and which of them are kept. */
public enum SpanName {
    /** A plan that the planner wrote; all passes of that plan belong to its trace (F30). */
    PLAN("plan", Kept.ALWAYS),
    /** An enactor's pass, from the freshness check on. */
    PICK("pick", Kept.ALWAYS),
    LOCK("lock", Kept.ALWAYS),
    BUILD("build", Kept.ALWAYS),
    FLIP("flip", Kept.ALWAYS),
    /** The end of a full pass: old trees are deleted (F37). */
    CLEAN_UP("clean-up", Kept.ALWAYS),
    DELETE_TREE("delete-tree", Kept.ALWAYS),
    /** A batch as Route 53 takes it. */
    ROUTE53_BATCH("route53.batch", Kept.INSIDE),

    /** A call of RunInstances as its caller sees it. */
    LAUNCH("launch", Kept.ALWAYS),
    RUN_INSTANCES("RunInstances", Kept.ALWAYS),
    PLACEMENT("placement", Kept.INSIDE),
    /** A launch or termination as a host's work: it needs the droplet's lease (F50). */
    CHANGE("droplet-change", Kept.INSIDE),
    /** Network state on its way to all zones (F60); linked to the launch. */
    PROPAGATION("network.propagation", Kept.LINKED),
    ZONE_PUSH("zone.push", Kept.INSIDE),

    STATE_CHECK("state-check", Kept.SAMPLED),
    /** An attempt to make a lapsed lease again (F11). */
    LEASE_ATTEMPT("lease-attempt", Kept.SAMPLED),
    QUEUE("queue", Kept.INSIDE),
    LEASE_WRITE("lease.write", Kept.INSIDE),
    HANDSHAKE("handshake", Kept.INSIDE),
    DNS_LOOKUP("dns.lookup", Kept.INSIDE),
    DYNAMO_REQUEST("dynamodb.request", Kept.INSIDE),

    CUSTOMER_CONNECTION("customer.connection", Kept.SAMPLED),
    /** A connection to a node of the load balancer, from the customer's side: the node looks into no bytes. */
    NLB_NODE("nlb.node", Kept.INSIDE),
    /** The instance that answers. */
    NLB_TARGET("nlb.target", Kept.INSIDE),

    HEALTH_CHECK("health-check", Kept.SAMPLED),
    VERDICT("verdict", Kept.INSIDE),
    ZONE_WITHDRAWAL("zone.withdrawal", Kept.ALWAYS),
    DNS_PUBLISH("dns.publish", Kept.INSIDE);

    /** Which traces are kept; a span inside a kept trace is always kept. */
    enum Kept {
        ALWAYS,
        /** A seeded share of them, {@code lab.tracing.checks}. */
        SAMPLED,
        /** Only inside another span. */
        INSIDE,
        /** Begins a trace of its own, if it is linked to a kept one. */
        LINKED
    }

    private final String word;
    private final Kept kept;

    SpanName(String word, Kept kept) {
        this.word = word;
        this.kept = kept;
    }

    /** The name in the viewer. */
    public String word() {
        return word;
    }

    Kept kept() {
        return kept;
    }
}
