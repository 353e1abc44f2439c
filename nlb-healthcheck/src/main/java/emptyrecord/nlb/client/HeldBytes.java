package emptyrecord.nlb.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Holds the customer's bytes until the way through the fabric is open; a customer that sends too much is cut off. */
final class HeldBytes extends OutputStream {

    private static final int HELD_MAX = 64 * 1024;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final OutputStream out;
    private boolean released;

    HeldBytes(OutputStream out) {
        this.out = out;
    }

    synchronized void release() throws IOException {
        released = true;
        held.writeTo(out);
        held.reset();
    }

    synchronized boolean released() {
        return released;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (released) {
            out.write(bytes, offset, length);
        } else if (held.size() + length > HELD_MAX) {
            throw new IOException("more than " + HELD_MAX + " bytes before the connection was open");
        } else {
            held.write(bytes, offset, length);
        }
    }
}
