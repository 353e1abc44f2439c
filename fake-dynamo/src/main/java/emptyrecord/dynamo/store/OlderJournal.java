package emptyrecord.dynamo.store;

import emptyrecord.dynamo.store.disk.StoreFailure;
import emptyrecord.kit.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of all changes that this service kept before it had rows. Its tables are taken over once, before the first
 * start with rows is done; then the journal gets another name and is not read again.
 */
final class OlderJournal {

    private static final Logger log = LoggerFactory.getLogger(OlderJournal.class);

    /** Lines whose rows may be on their way at a time; our choice. */
    private static final int AHEAD = 64;

    private final Path file;

    OlderJournal(Path file) {
        this.file = file;
    }

    /**
     * Carries out all of its changes.
     *
     * @return how many lines it has, 0 if there is none
     * @throws emptyrecord.kit.journal.UnreadableLineException for a line that is not what was written
     */
    long into(Store store) {
        if (!Files.exists(file)) {
            return 0;
        }
        try (Journal<Commit> journal = new Journal<>(file, Commit.class, CommitCodec.mapper())) {
            long[] read = {0};
            journal.replay(commit -> {
                read[0]++;
                store.carryOut(commit, read[0] % AHEAD == 0);
            });
            return read[0];
        }
    }

    /**
     * Renames the journal if it was taken over.
     *
     * @param taken how many lines were
     * @throws StoreFailure if there are others
     */
    void retire(long taken) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            long lines;
            try (var all = Files.lines(file)) {
                lines = all.count();
            }
            if (lines != taken) {
                throw new StoreFailure("Beside the tables' file there is " + file + " with " + lines + " lines, and "
                        + taken + " were taken over: an older version wrote it since. Move one of the two away");
            }
            Path retired = file.resolveSibling(file.getFileName() + ".taken-over");
            Files.move(file, retired, StandardCopyOption.REPLACE_EXISTING);
            log.atInfo()
                    .addKeyValue("lines", lines)
                    .log("the journal of an older version was taken over and is {} now", retired);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + file + "; is its folder writable?", e);
        }
    }
}
