package emptyrecord.dynamo.store.disk;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The rows as they were at one moment. */
public interface Snapshot {

    byte @Nullable [] get(byte[] key);

    /** The rows of a range in the order of their keys, or against it. */
    Iterator<Row> rows(KeyRange range, boolean forward);
}
