package emptyrecord.lab.region;

import emptyrecord.api.client.Resource;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.FaultView;
import emptyrecord.api.common.GuardView;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Suggestion;
import emptyrecord.lab.home.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds which services have a fault or guard, through the switchboard that every service serves. */
public final class Switchboards {

    private final RegionAccess lab;

    public Switchboards(RegionAccess lab) {
        this.lab = lab;
    }

    /**
     * A list that every service has.
     *
     * @param word for one entry
     */
    public record Board<T>(String word, Resource<List<T>> list, Function<T, String> name) {}

    public static final Board<FaultView> FAULTS = new Board<>("fault", Resources.FAULTS, FaultView::name);
    public static final Board<GuardView> GUARDS = new Board<>("guard", Resources.GUARDS, GuardView::name);

    /** One entry of a service's list. */
    public record Entry<T>(ServiceSpec service, String name, T view) {}

    /** The entries of all services. */
    public <T> List<Entry<T>> all(Board<T> board) {
        return lab.platform().services().stream()
                .flatMap(service -> of(board, service).stream())
                .toList();
    }

    /**
     * The answers of the services that could be asked.
     *
     * @param silent names of services that did not answer
     */
    public record Answers<T>(List<Entry<T>> entries, List<String> silent) {}

    /** @param service only this one, or null for every one; a service that does not answer stops nothing */
    public <T> Answers<T> ask(Board<T> board, @Nullable String service) {
        List<ServiceSpec> asked = service == null
                ? lab.platform().services()
                : List.of(lab.platform().named(service));
        List<Entry<T>> entries = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (ServiceSpec each : asked) {
            try {
                entries.addAll(of(board, each));
            } catch (LabException e) {
                requireSilence(e);
                silent.add(each.name());
            }
        }
        return new Answers<>(entries, silent);
    }

    /** A refusal is an answer, not silence, so it is reported to the person. */
    public static void requireSilence(LabException e) {
        if (!e.isSilence()) {
            throw e;
        }
    }

    private <T> List<Entry<T>> of(Board<T> board, ServiceSpec service) {
        return lab.http().get(service.url(), board.list()).stream()
                .map(view -> new Entry<>(service, board.name().apply(view), view))
                .toList();
    }

    /**
     * The services that have the entry.
     *
     * @param service only this one, or null for every one that has it
     * @throws LabException naming the existing ones
     */
    public <T> List<ServiceSpec> owners(Board<T> board, String name, @Nullable String service) {
        if (service != null) {
            return List.of(owner(board, name, lab.platform().named(service)));
        }
        List<Entry<T>> all = all(board);
        List<ServiceSpec> owners = services(all, name);
        if (owners.isEmpty()) {
            throw LabException.usage("no service has the " + board.word() + " '" + name + "'"
                    + Suggestion.of(name, all.stream().map(Entry::name).toList()));
        }
        return owners;
    }

    private <T> ServiceSpec owner(Board<T> board, String name, ServiceSpec service) {
        List<Entry<T>> here = of(board, service);
        if (here.stream().anyMatch(e -> e.name().equals(name))) {
            return service;
        }
        List<ServiceSpec> elsewhere = services(all(board), name);
        throw LabException.usage(service.name() + " has no " + board.word() + " '" + name + "'"
                + (elsewhere.isEmpty()
                        ? Suggestion.of(name, here.stream().map(Entry::name).toList())
                        : "; "
                                + String.join(
                                        ", ",
                                        elsewhere.stream()
                                                .map(ServiceSpec::name)
                                                .toList()) + (elsewhere.size() == 1 ? " has it" : " have it")));
    }

    private static <T> List<ServiceSpec> services(List<Entry<T>> entries, String name) {
        return entries.stream()
                .filter(e -> e.name().equals(name))
                .map(Entry::service)
                .toList();
    }
}
