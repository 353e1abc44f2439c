package emptyrecord.customers.client.nlb;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.dns.UnresolvedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * The application behind the load balancer, as one process finds it: it takes the first address of the answer (gRPC calls
 * that pick_first).
 *
 * @param timeout real time for connecting and for each answer
 */
record Application(DnsLookup lookup, String name, int port, Duration timeout) {

    LineConnection connect() throws IOException {
        DnsAnswer answer = lookup.lookup(name);
        if (answer instanceof DnsAnswer.Addresses found) {
            return LineConnection.open(new InetSocketAddress(found.addresses().getFirst(), port), timeout);
        }
        throw new UnresolvedException(name, answer);
    }
}
