package emptyrecord.network.fabric;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * The bounds of the fabric; all times are real, they are transport time-outs.
 *
 * @param address where it listens; port 0 takes a free one
 * @param openMax connections at the same time; the next ones are reset
 * @param headBytesMax longest CONNECT request, and longest line after it
 * @param headTimeout until the CONNECT request is complete
 * @param silenceMax until a connection that gets no answer is closed
 * @param idleMax until an answered connection without traffic is closed
 */
public record FabricSettings(
        InetSocketAddress address,
        int openMax,
        int headBytesMax,
        Duration headTimeout,
        Duration silenceMax,
        Duration idleMax) {}
