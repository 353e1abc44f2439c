package emptyrecord.dwfm.instances;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.UnresolvedException;

/**
 * The prerequisite of EC2's front end for any work: DynamoDB. The front end is a host of its own with its own resolver,
 * so it loses and finds the name at its own time (F10). A look-up per request; the resolver's cache answers most of
 * them.
 *
 * @param lookup the front end's resolver
 * @param name DynamoDB's host name
 */
public record Prerequisites(DnsLookup lookup, String name) {

    /** @throws Ec2Exception if DynamoDB's name has no address */
    void check() {
        DnsAnswer answer = lookup.lookup(name);
        if (!(answer instanceof DnsAnswer.Addresses)) {
            throw new Ec2Exception(
                    Ec2Error.INTERNAL_ERROR,
                    "An internal error has occurred: DynamoDB cannot be resolved, "
                            + new UnresolvedException(name, answer).getMessage());
        }
    }
}
