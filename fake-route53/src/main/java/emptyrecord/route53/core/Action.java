package emptyrecord.route53.core;

/** What a change does: CREATE refuses what exists, DELETE what does not match exactly, UPSERT replaces. */
public enum Action {
    CREATE,
    DELETE,
    UPSERT
}
