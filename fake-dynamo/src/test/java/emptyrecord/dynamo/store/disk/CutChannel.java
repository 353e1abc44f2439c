package emptyrecord.dynamo.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.util.Arrays;
import org.h2.store.fs.FileBaseDefault;

/** An open file of a {@link CutDisk}. */
final class CutChannel extends FileBaseDefault {

    private final CutDisk disk;
    private final CutFile file;
    private final long power;

    CutChannel(CutDisk disk, CutFile file) {
        this.disk = disk;
        this.file = file;
        this.power = disk.power();
    }

    @Override
    public long size() throws IOException {
        disk.refuse(power);
        return file.size();
    }

    @Override
    public int read(ByteBuffer dst, long position) throws IOException {
        disk.refuse(power);
        byte[] bytes = new byte[dst.remaining()];
        int read = file.read(bytes, position);
        if (read > 0) {
            dst.put(bytes, 0, read);
        }
        return read;
    }

    @Override
    public int write(ByteBuffer src, long position) throws IOException {
        disk.throwError();
        boolean survives = disk.survives(power);
        byte[] bytes = new byte[src.remaining()];
        src.get(bytes);
        long growth = Math.max(0, position + bytes.length - file.size());
        long lacking = growth - disk.roomLeft();
        if (growth > 0 && lacking > 0) {
            file.write(position, Arrays.copyOf(bytes, (int) Math.max(0, bytes.length - lacking)));
            throw new IOException("No space left on device");
        }
        file.write(position, bytes);
        cutUnless(survives);
        return bytes.length;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        boolean survives = disk.survives(power);
        file.truncate(size);
        cutUnless(survives);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        cutUnless(disk.survives(power));
        file.force();
    }

    private void cutUnless(boolean survives) throws IOException {
        if (!survives) {
            disk.cut();
            throw new IOException("the power fails");
        }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        return new FileLock(this, position, size, shared) {
            @Override
            public boolean isValid() {
                return true;
            }

            @Override
            public void release() {
                // nobody else has it
            }
        };
    }
}
