package emptyrecord.dynamo.chaos;

/** All faults of this service, for the listeners. */
public record DynamoFaults(LoadBalancerDown down, AddedLatency latency, Throttling throttling) {}
