package emptyrecord.dynamo.chaos;

/** The faults of this service together, for the listeners that ask them. */
public record DynamoFaults(LoadBalancerDown down, AddedLatency latency, Throttling throttling) {}
