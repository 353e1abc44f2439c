package emptyrecord.dynamo.store.disk;

/**
 * Where the rows are and how they are kept.
 *
 * @param file path of the file, with a scheme of {@code org.h2.store.fs.FilePath} in tests
 * @param cacheBytes heap for pages that were read, at least 1 MB
 */
public record Place(String file, Durability durability, long cacheBytes) {

    /** Path of the log of commits, beside the file. */
    String log() {
        return file + ".log";
    }
}
