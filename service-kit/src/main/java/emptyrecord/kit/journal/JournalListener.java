package emptyrecord.kit.journal;

/** Counts what happens to a journal. */
interface JournalListener {

    JournalListener NONE = outcome -> {};

    /** What can happen to it. */
    enum Outcome {
        /** A line could not be written; its change was refused. */
        APPEND_FAILED,
        /** The file was rewritten as what is live. */
        COMPACTED,
        /** It could not be rewritten and goes on as it is. */
        COMPACTION_FAILED
    }

    void happened(Outcome outcome);
}
