package emptyrecord.route53.web;

/** The operations of Route 53 that are served, by their own names. */
public enum Operation {
    ListHostedZones,
    ListHostedZonesByName,
    GetHostedZone,
    GetHostedZoneCount,
    CreateHostedZone,
    UpdateHostedZoneComment,
    DeleteHostedZone,
    GetDNSSEC,
    ListTagsForResource,
    ListTagsForResources,
    ChangeTagsForResource,
    ListHealthChecks,
    GetHealthCheck,
    GetHealthCheckCount,
    GetHealthCheckStatus,
    GetHealthCheckLastFailureReason,
    CreateHealthCheck,
    UpdateHealthCheck,
    DeleteHealthCheck,
    ListResourceRecordSets,
    ChangeResourceRecordSets,
    GetChange,
    Unknown
}
