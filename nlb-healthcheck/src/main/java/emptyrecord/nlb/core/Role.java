package emptyrecord.nlb.core;

/** What an instance of this service is for. */
public enum Role {
    TARGET,
    NODE,
    CHECKER
}
