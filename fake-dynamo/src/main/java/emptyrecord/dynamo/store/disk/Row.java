package emptyrecord.dynamo.store.disk;

/**
 * A stored row. Keys are ordered byte by byte as unsigned numbers. Nobody changes the arrays.
 *
 * @param key at least one byte
 */
public record Row(byte[] key, byte[] value) {}
