package emptyrecord.nlb.core;

/**
 * A node's place, the same whichever instance plays it.
 *
 * @param name for example {@code nlb-1a-3}
 * @param zone for example {@code us-east-1a}
 * @param address its public address
 */
public record NodeSpec(String name, String zone, String address) {}
