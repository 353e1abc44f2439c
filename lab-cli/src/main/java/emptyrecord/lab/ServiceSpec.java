package emptyrecord.lab;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One service of the region.
 *
 * @param name the process's name, for example {@code dns-enactor-a}
 * @param jar its jar in the distribution, without the ending
 * @param port its HTTP port on 127.0.0.1
 * @param heapMegabytes largest Java heap
 * @param environment what this process needs beside the region's common settings
 * @param otherPorts further ports it binds, as {@code address:port}, for the doctor
 */
record ServiceSpec(
        String name,
        String jar,
        int port,
        int heapMegabytes,
        Map<String, String> environment,
        List<String> otherPorts) {

    /** The same service where its port is published as another one. */
    ServiceSpec withPort(int published) {
        return new ServiceSpec(name, jar, published, heapMegabytes, environment, otherPorts);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
