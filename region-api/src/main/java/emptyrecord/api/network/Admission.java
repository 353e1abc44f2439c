package emptyrecord.api.network;

/**
 * {@code GET /admission}: whether a launch would be accepted now (F83).
 *
 * @param queueLength of the longest queue
 */
public record Admission(boolean accepting, int queueLength) {}
