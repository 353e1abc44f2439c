package emptyrecord.kit.journal;

/** Counts the events of a journal. */
interface JournalListener {

    JournalListener NONE = outcome -> {};

    /** Events of a journal. */
    enum Outcome {
        /** A line could not be written; its change was refused. */
        APPEND_FAILED,
        /** The file was rewritten with its live lines. */
        COMPACTED,
        /** It could not be rewritten and stays as it is. */
        COMPACTION_FAILED
    }

    void happened(Outcome outcome);
}
