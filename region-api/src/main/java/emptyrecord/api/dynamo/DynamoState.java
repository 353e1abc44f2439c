package emptyrecord.api.dynamo;

import emptyrecord.api.json.Absent;
import java.util.List;

/** The database, as {@code GET /state} shows it: tables, load balancers and the journal. */
public record DynamoState(
        List<Table> tables,
        List<LoadBalancer> loadBalancers,
        Journal journal,
        Storage storage,
        Connections connections) {

    public DynamoState {
        tables = Absent.toEmpty(tables);
        loadBalancers = Absent.toEmpty(loadBalancers);
    }

    /**
     * A table.
     *
     * @param bytes as DynamoDB counts them
     * @param heapBytes heap that its items take
     * @param loaded false if it was left on disk because it does not fit into the heap
     */
    public record Table(String name, int items, long bytes, long heapBytes, boolean loaded) {}

    /**
     * A load balancer.
     *
     * @param capacity relative to the others
     * @param requests since the start
     * @param connections that carried a request within the last real minute
     */
    public record LoadBalancer(
            String name,
            String zone,
            String address,
            int port,
            boolean healthy,
            int capacity,
            long requests,
            int connections) {}

    /**
     * The journal.
     *
     * @param compactions since the start
     */
    public record Journal(long lines, long compactions) {}

    /**
     * How full the tables are.
     *
     * @param heapBytes heap that all items take
     * @param heapBytesMax its bound; above it only writes that free heap are accepted
     * @param compactionFails whether the last rewrite of the journal failed, so that it grows
     */
    public record Storage(long heapBytes, long heapBytesMax, boolean compactionFails) {}

    /**
     * Connections through all load balancers.
     *
     * @param evicted how many were replaced by newcomers
     */
    public record Connections(int open, int max, long evicted) {}
}
