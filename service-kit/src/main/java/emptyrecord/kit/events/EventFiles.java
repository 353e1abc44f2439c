package emptyrecord.kit.events;

import emptyrecord.api.Event;
import emptyrecord.kit.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service's events on disk: {@code events.jsonl}, and {@code events.1.jsonl} with the events before it once that
 * was full. Older events are deleted.
 */
final class EventFiles implements AutoCloseable {

    /** Bytes at which a file is full; a night has about 0.1 MB a service. Our choice. */
    static final long BYTES_MAX = 4_000_000;

    /** At the first append and after so many the size is looked at: the file may grow by so many lines more. */
    private static final int LOOK_EVERY = 64;

    private final Path file;
    private final Path before;
    private final JsonMapper json;
    private final long bytesMax;
    private @Nullable Journal<Event> journal;
    private boolean closed;
    private int appended;

    EventFiles(Path folder, JsonMapper json, long bytesMax) {
        this.file = folder.resolve("events.jsonl");
        this.before = folder.resolve("events.1.jsonl");
        this.json = json;
        this.bytesMax = bytesMax;
        this.journal = open(file);
    }

    private Journal<Event> open(Path path) {
        return new Journal<>(path, Event.class, json);
    }

    /** Feeds every event that is kept to {@code reader}, oldest first. */
    void replay(Consumer<Event> reader) {
        if (Files.exists(before)) {
            try (Journal<Event> old = open(before)) {
                old.replay(reader);
            }
        }
        opened().replay(reader);
    }

    /** @throws UncheckedIOException if the disk does not take the event; the next one is tried again */
    void append(Event event) {
        if (appended % LOOK_EVERY == 0 && size() > bytesMax) {
            turnOver();
        }
        opened().append(event);
        appended++;
    }

    /** The file may be closed still: then it could not be opened when it was turned over. */
    private Journal<Event> opened() {
        Journal<Event> open = journal;
        if (closed) {
            throw new UncheckedIOException("cannot write " + file, new IOException("the service ends"));
        }
        if (open == null) {
            open = open(file);
            journal = open;
        }
        return open;
    }

    private long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void turnOver() {
        shut();
        try {
            Files.move(file, before, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + file + " to " + before, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        shut();
    }

    private void shut() {
        Journal<Event> open = journal;
        journal = null;
        if (open != null) {
            open.close();
        }
    }
}
