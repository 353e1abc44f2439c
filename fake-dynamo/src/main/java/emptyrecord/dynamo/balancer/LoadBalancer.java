package emptyrecord.dynamo.balancer;

import java.util.concurrent.atomic.LongAdder;

/** A load balancer in front of DynamoDB, and its traffic. */
public final class LoadBalancer {

    private final String name;
    private final String zone;
    private final String address;
    private final int capacity;
    private final LongAdder requests = new LongAdder();
    private final LongAdder connections = new LongAdder();

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

    public long requests() {
        return requests.sum();
    }

    /** Connections that carried a request, since the process started. */
    public long connectionsOpened() {
        return connections.sum();
    }

    public void countRequest() {
        requests.increment();
    }

    /** Called at a connection's first request. */
    public void countConnection() {
        connections.increment();
    }
}
