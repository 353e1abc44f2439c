package emptyrecord.nlb.core;

/** The purpose of an instance of this service. */
public enum Role {
    TARGET,
    NODE,
    CHECKER
}
