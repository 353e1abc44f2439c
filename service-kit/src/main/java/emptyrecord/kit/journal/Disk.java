package emptyrecord.kit.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Where journals are stored. A test uses a small one, to see the effect of a full disk. */
interface Disk {

    Disk LOCAL = LocalFile::new;

    /** Opens a file at its end, and makes it if it is missing. */
    Handle open(Path file) throws IOException;

    /** An open file. */
    interface Handle extends AutoCloseable {

        long size() throws IOException;

        /** Writes all bytes behind what was written last. */
        void write(byte[] bytes) throws IOException;

        /** Cuts the file; the next write goes to its new end. */
        void truncate(long size) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A file whose writes an interrupt of the thread neither stops nor turns into a closed channel. */
    final class LocalFile implements Handle {

        private final RandomAccessFile file;

        private LocalFile(Path path) throws IOException {
            this.file = new RandomAccessFile(path.toFile(), "rw");
            file.seek(file.length());
        }

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            file.write(bytes);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.setLength(size);
            file.seek(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
