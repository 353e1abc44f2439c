package emptyrecord.route53.core;

/** One change of a batch. */
public record Change(Action action, RecordSetSpec set) {}
