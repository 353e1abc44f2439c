package emptyrecord.route53.core;

import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Record;

/** The zones' answer to a question. A missing name, an empty answer and a foreign name are three types. */
public sealed interface DnsResult {

    /** NOERROR with records; a CNAME chain comes first. */
    record Found(List<Record> answers) implements DnsResult {}

    /** NODATA: NOERROR without the wanted records (RFC 2308 section 2.2). The outage's record is this one (F38). */
    record Empty(List<Record> chain, Optional<Record> soa) implements DnsResult {}

    /** NXDOMAIN: the name does not exist, and nothing below it (RFC 8020). */
    record NoSuchName(List<Record> chain, Optional<Record> soa) implements DnsResult {}

    /** None of our zones holds the name: REFUSED. */
    record NotOurs() implements DnsResult {}
}
