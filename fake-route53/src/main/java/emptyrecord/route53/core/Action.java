package emptyrecord.route53.core;

/** The kind of a change: CREATE refuses what exists, DELETE what does not match exactly, UPSERT replaces. */
public enum Action {
    CREATE,
    DELETE,
    UPSERT
}
