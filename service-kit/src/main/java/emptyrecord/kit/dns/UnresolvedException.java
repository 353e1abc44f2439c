package emptyrecord.kit.dns;

import java.net.UnknownHostException;

/** A name that did not resolve, with DNS's own reason kept apart: empty, missing, or no server. */
public final class UnresolvedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private final transient DnsAnswer answer;

    public UnresolvedException(String name, DnsAnswer answer) {
        super(name + ": " + words(answer));
        this.answer = answer;
    }

    public DnsAnswer answer() {
        return answer;
    }

    private static String words(DnsAnswer answer) {
        return switch (answer) {
            case DnsAnswer.Addresses a -> "has addresses";
            case DnsAnswer.Empty e -> "NOERROR, ANSWER: 0 (the record is empty)";
            case DnsAnswer.NoSuchName n -> "NXDOMAIN (no such name)";
            case DnsAnswer.ServerDead d -> "no answer from the DNS server (" + d.reason() + ")";
        };
    }
}
