package emptyrecord.kit.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.common.HostEntry;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.dns.HostEntries;
import emptyrecord.kit.events.EventLog;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /hosts}, {@code PUT/DELETE /hosts/{name}}: static host entries, as the operators' stopgap (F6). */
@RestController
@RequestMapping(Routes.HOSTS)
public class HostEntriesController {

    private final HostEntries hosts;
    private final EventLog events;

    public HostEntriesController(HostEntries hosts, EventLog events) {
        this.hosts = hosts;
        this.events = events;
    }

    @GetMapping
    Map<String, List<String>> all() {
        Map<String, List<String>> shown = new TreeMap<>();
        hosts.all()
                .forEach((name, addresses) -> shown.put(
                        name,
                        addresses.stream().map(InetAddress::getHostAddress).toList()));
        return shown;
    }

    @PutMapping("/{name}")
    Map<String, List<String>> put(@PathVariable String name, @RequestBody HostEntry entry) {
        List<String> addresses = addresses(entry);
        hosts.put(name, addresses.stream().map(InetAddress::ofLiteral).toList());
        events.recordRequested(
                EventKind.HOST_ENTRY_SET, Map.of(EventId.NAME, name, EventId.ADDRESSES, String.join(" ", addresses)));
        return all();
    }

    private static List<String> addresses(HostEntry entry) {
        List<String> given = new ArrayList<>();
        for (String address : entry.addresses() == null ? List.<String>of() : entry.addresses()) {
            if (address == null) {
                throw new IllegalArgumentException("addresses must list IP addresses, not null");
            }
            given.add(address);
        }
        if (given.isEmpty()) {
            throw new IllegalArgumentException("addresses must list at least one IP address");
        }
        return given;
    }

    @DeleteMapping("/{name}")
    Map<String, List<String>> remove(@PathVariable String name) {
        hosts.remove(name);
        events.recordRequested(EventKind.HOST_ENTRY_REMOVED, Map.of(EventId.NAME, name));
        return all();
    }
}
