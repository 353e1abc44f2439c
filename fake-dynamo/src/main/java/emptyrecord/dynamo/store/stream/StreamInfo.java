package emptyrecord.dynamo.store.stream;

import emptyrecord.dynamo.core.stream.StreamView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A stream as it is described. It outlives its table, and the time that it was enabled, until its records have ended.
 *
 * @param table name of the table
 * @param hash name of the table's hash key
 * @param range name of its range key, if it has one
 * @param closedAt incident time at which it was disabled, if it was
 */
public record StreamInfo(
        String table, StreamId id, StreamView view, String hash, Optional<String> range, Optional<Instant> closedAt) {

    public Instant since() {
        return Instant.ofEpochMilli(id.since());
    }

    StreamInfo closed(Instant at) {
        return new StreamInfo(table, id, view, hash, range, Optional.of(at));
    }

    byte[] row() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(table);
            out.writeInt(id.table());
            out.writeLong(id.since());
            out.writeUTF(view.name());
            out.writeUTF(hash);
            out.writeUTF(range.orElse(""));
            out.writeBoolean(closedAt.isPresent());
            out.writeLong(closedAt.map(Instant::toEpochMilli).orElse(0L));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static StreamInfo of(byte[] row) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row))) {
            String table = in.readUTF();
            StreamId id = new StreamId(in.readInt(), in.readLong());
            StreamView view = StreamView.valueOf(in.readUTF());
            String hash = in.readUTF();
            Optional<String> range = Optional.of(in.readUTF()).filter(name -> !name.isEmpty());
            boolean closed = in.readBoolean();
            Instant at = Instant.ofEpochMilli(in.readLong());
            return new StreamInfo(table, id, view, hash, range, closed ? Optional.of(at) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
