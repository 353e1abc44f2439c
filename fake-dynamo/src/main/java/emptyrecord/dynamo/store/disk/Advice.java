package emptyrecord.dynamo.store.disk;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** What to do when the file cannot be used, in words for operators. */
final class Advice {

    private Advice() {}

    static String of(Place place, Throwable why) {
        String advice = why instanceof MVStoreException e ? of(e) : "see the cause";
        return "The tables' file " + place.file() + " cannot be used: " + advice + ". Nothing acknowledged is lost";
    }

    private static String of(MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> "another process has it open; end that one";
            case DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED ->
                "the disk took no write; free some space on it, then repeat the request";
            case DataUtils.ERROR_READING_FAILED -> "the disk gave nothing back; check the disk, then start again";
            case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND ->
                "its content is damaged; stop the service, restore the file or move it away, and start again";
            case DataUtils.ERROR_UNSUPPORTED_FORMAT -> "a newer version wrote it; start that one";
            default -> "see the cause in the log";
        };
    }
}
