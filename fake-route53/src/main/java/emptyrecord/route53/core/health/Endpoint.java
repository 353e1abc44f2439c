package emptyrecord.route53.core.health;

/** What is probed, and how. */
public record Endpoint(ProbeTarget target, Pace pace) {}
