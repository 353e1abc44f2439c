package emptyrecord.dynamo.web;

import java.util.concurrent.atomic.LongAdder;

/** One of the load balancers in front of DynamoDB, and what passes through it. */
public final class LoadBalancer {

    private final String name;
    private final String zone;
    private final String address;
    private final int capacity;
    private final LongAdder requests = new LongAdder();
    private final RecentConnections connections = new RecentConnections();

    public LoadBalancer(String name, String zone, String address, int capacity) {
        this.name = name;
        this.zone = zone;
        this.address = address;
        this.capacity = capacity;
    }

    public String name() {
        return name;
    }

    public String zone() {
        return zone;
    }

    public String address() {
        return address;
    }

    public int capacity() {
        return capacity;
    }

    /** Connections that carried a request lately. */
    public RecentConnections connections() {
        return connections;
    }

    public long requests() {
        return requests.sum();
    }

    void countRequest() {
        requests.increment();
    }
}
