package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.IndexKey;
import emptyrecord.dynamo.core.table.ItemKey;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.store.disk.KeyRange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where what is stored. Rows of the store itself begin with 0. Those of a table begin with 1 and its number, and then its
 * definition, its figures, its items and the entries of its indexes follow. Numbers are not used again, so what is left
 * of a table or an index that is gone is never taken for another's.
 */
final class RowKeys {

    /** The form of all rows, and the journal that they were taken from. */
    static final byte[] FORMAT = {0, 'f'};

    /** The last number that a table got. */
    static final byte[] LAST_TABLE = {0, 'n'};

    static final KeyRange TOKENS = KeyRange.startingWith(new byte[] {0, 't'});

    /** Beginnings of keys whose rows are to go. */
    static final KeyRange LEFTOVERS = KeyRange.startingWith(new byte[] {0, 'x'});

    /** The same for an index that is being filled: after a start they are leftovers. */
    static final KeyRange UNFINISHED = KeyRange.startingWith(new byte[] {0, 'y'});

    static final KeyRange TABLES = KeyRange.startingWith(new byte[] {1});

    private static final int NAME_LENGTH = 2;
    private static final byte DEFINITION = 1;
    private static final byte FIGURES = 2;
    private static final byte ITEM = 3;
    private static final byte ENTRY = 4;

    private RowKeys() {}

    static byte[] token(String text) {
        return new KeyBytes(new byte[] {0, 't'})
                .raw(text.getBytes(StandardCharsets.UTF_8))
                .toArray();
    }

    static String tokenOf(byte[] key) {
        return new String(key, NAME_LENGTH, key.length - NAME_LENGTH, StandardCharsets.UTF_8);
    }

    static byte[] leftover(byte[] prefix) {
        return new KeyBytes(new byte[] {0, 'x'}).raw(prefix).toArray();
    }

    static byte[] unfinished(byte[] prefix) {
        return new KeyBytes(new byte[] {0, 'y'}).raw(prefix).toArray();
    }

    /** Of a leftover or something unfinished. */
    static byte[] prefixOf(byte[] leftover) {
        return Arrays.copyOfRange(leftover, NAME_LENGTH, leftover.length);
    }

    static byte[] table(int table) {
        return new KeyBytes(new byte[] {1}).number(table).toArray();
    }

    static byte[] definition(int table) {
        return part(table, DEFINITION).toArray();
    }

    static byte[] figures(int table) {
        return part(table, FIGURES).toArray();
    }

    static byte[] items(int table) {
        return part(table, ITEM).toArray();
    }

    static byte[] entries(int table, int index) {
        return part(table, ENTRY).number(index).toArray();
    }

    private static KeyBytes part(int table, byte kind) {
        return new KeyBytes(table(table)).raw(new byte[] {kind});
    }

    /** Of a table or an index: its rows with a hash key. */
    static byte[] partition(byte[] prefix, AttributeValue hash) {
        return new KeyBytes(prefix).value(hash).toArray();
    }

    static byte[] item(byte[] prefix, ItemKey key) {
        return own(new KeyBytes(prefix), key).toArray();
    }

    private static KeyBytes own(KeyBytes bytes, ItemKey key) {
        bytes.value(key.hash());
        key.range().ifPresent(bytes::value);
        return bytes;
    }

    static byte[] entry(byte[] prefix, IndexKey key) {
        KeyBytes bytes = new KeyBytes(prefix).value(key.hash());
        key.range().ifPresent(bytes::value);
        return own(bytes, key.item()).toArray();
    }
}
