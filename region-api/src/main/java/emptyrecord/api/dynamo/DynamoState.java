package emptyrecord.api.dynamo;

import emptyrecord.api.json.Absent;
import java.util.List;

/** The database, as {@code GET /state} shows it: tables, load balancers and what is stored. */
public record DynamoState(
        List<Table> tables, List<LoadBalancer> loadBalancers, Storage storage, Connections connections) {

    public DynamoState {
        tables = Absent.toEmpty(tables);
        loadBalancers = Absent.toEmpty(loadBalancers);
    }

    /**
     * A table.
     *
     * @param bytes as DynamoDB counts them
     * @param storedBytes on disk, entries of indexes included
     */
    public record Table(String name, long items, long bytes, long storedBytes) {}

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
     * How full the tables are.
     *
     * @param storedBytes on disk of all tables
     * @param storedBytesMax their bound; above it only writes that free space are accepted
     * @param fileBytes length of the file that holds them
     * @param failures commits that the disk did not take since the start
     * @param broken whether reads and writes are refused until the file can be opened again
     */
    public record Storage(long storedBytes, long storedBytesMax, long fileBytes, long failures, boolean broken) {}

    /**
     * Connections through all load balancers.
     *
     * @param evicted how many were replaced by newcomers
     */
    public record Connections(int open, int max, long evicted) {}
}
