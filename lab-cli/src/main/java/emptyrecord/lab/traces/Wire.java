package emptyrecord.lab.traces;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message in Protocol Buffers' wire format (https://protobuf.dev/programming-guides/encoding), field by field. Only
 * what OTLP's traces need: no groups, no packed fields.
 */
final class Wire {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int VARINT_BYTES_MAX = 10;

    private final ByteBuffer in;
    private int type;

    Wire(byte[] message) {
        this(ByteBuffer.wrap(message));
    }

    private Wire(ByteBuffer in) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @return the next field's number; 0 at the end */
    int next() {
        if (!in.hasRemaining()) {
            return 0;
        }
        long tag = varint();
        type = (int) (tag & 7);
        return (int) (tag >>> 3);
    }

    long number() {
        return switch (type) {
            case VARINT -> varint();
            case FIXED64 -> in.getLong();
            case FIXED32 -> in.getInt();
            default -> throw new IllegalArgumentException("a number has wire type " + type);
        };
    }

    Wire message() {
        return new Wire(slice());
    }

    String text() {
        return StandardCharsets.UTF_8.decode(slice()).toString();
    }

    byte[] bytes() {
        ByteBuffer slice = slice();
        byte[] copy = new byte[slice.remaining()];
        slice.get(copy);
        return copy;
    }

    void skip() {
        if (type == BYTES) {
            slice();
        } else {
            number();
        }
    }

    private ByteBuffer slice() {
        if (type != BYTES) {
            throw new IllegalArgumentException("a text or message has wire type " + type);
        }
        int length = Math.toIntExact(varint());
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("the message ends in the middle of a field");
        }
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < VARINT_BYTES_MAX; i++) {
            byte b = in.get();
            value |= (long) (b & 0x7f) << 7 * i;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has more than " + VARINT_BYTES_MAX + " bytes");
    }
}
