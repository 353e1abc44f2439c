package emptyrecord.kit.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A disk that shows its folder after every step that changes something: what a process killed there leaves behind. */
final class RecordingDisk implements Disk {

    private final Path folder;
    private Consumer<Map<String, byte[]>> viewer = image -> {};

    RecordingDisk(Path folder) {
        this.folder = folder;
    }

    /** @param viewer is given every file of the folder, by name */
    void showTo(Consumer<Map<String, byte[]>> viewer) {
        this.viewer = viewer;
    }

    private void show() throws IOException {
        Map<String, byte[]> image = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> image.put(file.getFileName().toString(), bytes(file)));
        }
        viewer.accept(image);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Handle open(Path file) throws IOException {
        show();
        Handle real = Disk.LOCAL.open(file);
        show();
        return new Handle() {

            @Override
            public long size() throws IOException {
                return real.size();
            }

            /** In two halves: a kill may also come within a line. */
            @Override
            public void write(byte[] bytes) throws IOException {
                int half = bytes.length / 2;
                real.write(Arrays.copyOf(bytes, half));
                show();
                real.write(Arrays.copyOfRange(bytes, half, bytes.length));
                show();
            }

            @Override
            public void truncate(long size) throws IOException {
                real.truncate(size);
                show();
            }

            /** The old file is closed right after the new one has taken its place. */
            @Override
            public void close() throws IOException {
                show();
                real.close();
            }
        };
    }
}
