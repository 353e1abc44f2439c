package emptyrecord.route53.dns;

/** How a query came; its name is the metric's tag. */
public enum Transport {
    UDP,
    TCP
}
