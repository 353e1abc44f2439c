package emptyrecord.route53.web;

/** The operations of Route 53 that are served, by their own names. */
public enum Operation {
    ListHostedZones,
    ListHostedZonesByName,
    GetHostedZone,
    ListResourceRecordSets,
    ChangeResourceRecordSets,
    GetChange,
    Unknown
}
