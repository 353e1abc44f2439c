package emptyrecord.lab.home;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One service of the region.
 *
 * @param name the process's name, for example {@code dns-enactor-a}
 * @param jar its jar in the distribution, without the ending
 * @param host the loopback address it listens on
 * @param port its HTTP port there
 * @param heapMegabytes largest Java heap
 * @param environment the process's own address and the addresses of the others
 * @param otherPorts further ports it binds, as {@code address:port}, for the doctor
 */
public record ServiceSpec(
        String name,
        String jar,
        String host,
        int port,
        int heapMegabytes,
        Map<String, String> environment,
        List<String> otherPorts) {

    /** The same service, published on another port. */
    public ServiceSpec withPort(int published) {
        return new ServiceSpec(name, jar, host, published, heapMegabytes, environment, otherPorts);
    }

    /** The same service, reached under another host name. */
    public ServiceSpec at(String other) {
        return new ServiceSpec(name, jar, other, port, heapMegabytes, environment, otherPorts);
    }

    /** The same service with another largest heap. */
    ServiceSpec withHeap(int megabytes) {
        return new ServiceSpec(name, jar, host, port, megabytes, environment, otherPorts);
    }

    /** The same service with one more setting. */
    ServiceSpec with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new ServiceSpec(name, jar, host, port, heapMegabytes, more, otherPorts);
    }

    /** The same service with these further ports. */
    ServiceSpec binding(List<String> addressesAndPorts) {
        return new ServiceSpec(name, jar, host, port, heapMegabytes, environment, addressesAndPorts);
    }

    /** Its HTTP port, as {@code address:port}. */
    public String address() {
        return host + ":" + port;
    }

    public URI url() {
        return URI.create("http://" + address());
    }
}
