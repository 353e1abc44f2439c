package emptyrecord.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds which services have a fault or guard, over the switchboards every service serves. */
final class Switchboards {

    private final Lab lab;

    Switchboards(Lab lab) {
        this.lab = lab;
    }

    /** One entry of a service's {@code /chaos} or {@code /guards}. */
    record Entry(ServiceSpec service, JsonNode view) {
        String name() {
            return view.path("name").asString();
        }
    }

    /** @param board {@code chaos} or {@code guards} */
    List<Entry> all(String board) {
        List<Entry> entries = new ArrayList<>();
        for (ServiceSpec service : lab.platform().services()) {
            for (JsonNode view : lab.http().get(service.url().resolve("/" + board))) {
                entries.add(new Entry(service, view));
            }
        }
        return entries;
    }

    /**
     * The services that have it.
     *
     * @param service only this one, or null for every one that has it
     */
    List<ServiceSpec> owners(String board, String name, @Nullable String service) {
        List<Entry> all = all(board);
        List<ServiceSpec> owners = all.stream()
                .filter(e -> e.name().equals(name))
                .map(Entry::service)
                .filter(s -> service == null || s.name().equals(service))
                .toList();
        if (owners.isEmpty()) {
            throw new LabException((service == null ? "no service" : service) + " has '" + name + "'; there are "
                    + all.stream().map(Entry::name).distinct().sorted().toList());
        }
        return owners;
    }
}
