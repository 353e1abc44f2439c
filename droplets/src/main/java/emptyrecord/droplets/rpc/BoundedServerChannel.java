package emptyrecord.droplets.rpc;

import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** A listening socket that closes a connection above a limit as soon as it is accepted; gRPC itself has no limit. */
final class BoundedServerChannel extends NioServerSocketChannel {

    private final int openMax;
    private final AtomicInteger open;
    private final LongAdder refused;

    BoundedServerChannel(int openMax, AtomicInteger open, LongAdder refused) {
        this.openMax = openMax;
        this.open = open;
        this.refused = refused;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        int before = accepted.size();
        int result = super.doReadMessages(accepted);
        for (int i = accepted.size() - 1; i >= before; i--) {
            if (!admit((Channel) accepted.get(i))) {
                accepted.remove(i);
            }
        }
        return result;
    }

    private boolean admit(Channel connection) {
        if (open.get() >= openMax) {
            refused.increment();
            connection.unsafe().closeForcibly();
            return false;
        }
        open.incrementAndGet();
        connection.closeFuture().addListener(closed -> open.decrementAndGet());
        return true;
    }
}
