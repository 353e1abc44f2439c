package emptyrecord.kit.limits;

import java.nio.ByteBuffer;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that has arrived. */
final class MemoryBody implements InputBuffer {

    private final ByteBuffer left;

    MemoryBody(byte[] body) {
        left = ByteBuffer.wrap(body);
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) {
        if (!left.hasRemaining()) {
            return -1;
        }
        int bytes = left.remaining();
        handler.setByteBuffer(left.duplicate());
        left.position(left.limit());
        return bytes;
    }

    @Override
    public int available() {
        return left.remaining();
    }
}
