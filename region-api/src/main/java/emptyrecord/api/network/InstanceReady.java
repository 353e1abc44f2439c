package emptyrecord.api.network;

/** The answer of {@code GET /instances/{id}/ready}; an instance that is not ready is a 503 instead. */
public record InstanceReady(String instanceId, boolean ready) {}
