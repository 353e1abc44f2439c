package emptyrecord.droplets.rpc;

import java.net.InetSocketAddress;

/**
 * Bounds of the gRPC server.
 *
 * @param address where it listens; port 0 takes a free one
 * @param connectionsMax open at the same time; more are closed at once
 * @param callsMax in flight on one connection
 */
public record GrpcSettings(InetSocketAddress address, int connectionsMax, int callsMax) {}
