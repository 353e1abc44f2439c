package emptyrecord.kit.limits;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A part of a body as Tomcat hands it over: a view of its own buffer. */
final class Piece implements ApplicationBufferHandler {

    private ByteBuffer bytes = EMPTY_BUFFER;

    /** @return where the next piece belongs */
    int moveTo(byte[] body, int at) {
        int count = bytes.remaining();
        bytes.get(body, at, count);
        return at + count;
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return bytes;
    }

    @Override
    public void expand(int size) {
        // Tomcat expands only where it reads headers.
    }
}
