package emptyrecord.lab.region;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Suggestion;
import emptyrecord.lab.home.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds which services have a fault or guard, over the switchboards every service serves. */
public final class Switchboards {

    private final RegionAccess lab;

    public Switchboards(RegionAccess lab) {
        this.lab = lab;
    }

    /** One entry of a service's {@code /chaos} or {@code /guards}. */
    public record Entry(ServiceSpec service, JsonNode view) {
        public String name() {
            return view.path("name").asString();
        }
    }

    /** @param board {@code chaos} or {@code guards} */
    public List<Entry> all(String board) {
        return lab.platform().services().stream()
                .flatMap(service -> of(board, service).stream())
                .toList();
    }

    /**
     * What the services said that could be asked.
     *
     * @param silent names of those that did not answer
     */
    public record Answers(List<Entry> entries, List<String> silent) {}

    /** @param service only this one, or null for every one; one that does not answer stops nothing */
    public Answers ask(String board, @Nullable String service) {
        List<ServiceSpec> asked = service == null
                ? lab.platform().services()
                : List.of(lab.platform().named(service));
        List<Entry> entries = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (ServiceSpec each : asked) {
            try {
                entries.addAll(of(board, each));
            } catch (LabException e) {
                requireSilence(e);
                silent.add(each.name());
            }
        }
        return new Answers(entries, silent);
    }

    /** A refusal is no silence: it is the answer to the person. */
    public static void requireSilence(LabException e) {
        if (!e.isSilence()) {
            throw e;
        }
    }

    private List<Entry> of(String board, ServiceSpec service) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode view : lab.http().get(service.url().resolve("/" + board))) {
            entries.add(new Entry(service, view));
        }
        return entries;
    }

    /**
     * The services that have it.
     *
     * @param service only this one, or null for every one that has it
     * @throws LabException naming what there is instead
     */
    public List<ServiceSpec> owners(String board, String name, @Nullable String service) {
        if (service != null) {
            return List.of(owner(board, name, lab.platform().named(service)));
        }
        List<Entry> all = all(board);
        List<ServiceSpec> owners = services(all, name);
        if (owners.isEmpty()) {
            throw LabException.usage("no service has the " + kind(board) + " '" + name + "'"
                    + Suggestion.of(name, all.stream().map(Entry::name).toList()));
        }
        return owners;
    }

    private ServiceSpec owner(String board, String name, ServiceSpec service) {
        List<Entry> here = of(board, service);
        if (here.stream().anyMatch(e -> e.name().equals(name))) {
            return service;
        }
        List<ServiceSpec> elsewhere = services(all(board), name);
        throw LabException.usage(service.name() + " has no " + kind(board) + " '" + name + "'"
                + (elsewhere.isEmpty()
                        ? Suggestion.of(name, here.stream().map(Entry::name).toList())
                        : "; "
                                + String.join(
                                        ", ",
                                        elsewhere.stream()
                                                .map(ServiceSpec::name)
                                                .toList()) + (elsewhere.size() == 1 ? " has it" : " have it")));
    }

    private static List<ServiceSpec> services(List<Entry> entries, String name) {
        return entries.stream()
                .filter(e -> e.name().equals(name))
                .map(Entry::service)
                .toList();
    }

    private static String kind(String board) {
        return board.equals("guards") ? "guard" : "fault";
    }
}
