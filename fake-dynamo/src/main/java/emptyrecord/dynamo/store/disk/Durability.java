package emptyrecord.dynamo.store.disk;

/** What an acknowledged write survives. */
public enum Durability {
    /** A power cut: it was forced to the disk. */
    DISK,
    /** The end of the process, {@code kill -9} too: the operating system has it. A power cut may lose it. */
    PROCESS
}
