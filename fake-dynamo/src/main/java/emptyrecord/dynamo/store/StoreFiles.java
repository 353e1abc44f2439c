package emptyrecord.dynamo.store;

import emptyrecord.dynamo.store.disk.Durability;
import emptyrecord.dynamo.store.disk.Place;
import java.nio.file.Path;

/**
 * The files of the store.
 *
 * @param rows path of the file of rows
 * @param journal the journal that an older version kept, if it is there
 * @param cacheBytes heap for rows that were read
 */
record StoreFiles(String rows, Path journal, Durability durability, long cacheBytes) {

    static StoreFiles in(Path folder, Durability durability, long cacheBytes) {
        return new StoreFiles(
                folder.resolve("tables.mv.db").toString(), folder.resolve("tables.jsonl"), durability, cacheBytes);
    }

    Place place() {
        return new Place(rows, durability, cacheBytes);
    }
}
