package emptyrecord.route53.web;

/**
 * Bounds on one ChangeResourceRecordSets request.
 *
 * @param changesPerBatch most changes
 * @param requestBytesMax longest body
 */
public record ChangeLimits(int changesPerBatch, int requestBytesMax) {}
