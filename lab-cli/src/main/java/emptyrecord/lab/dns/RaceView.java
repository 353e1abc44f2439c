package emptyrecord.lab.dns;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.race.core.Dig;
import emptyrecord.race.core.View;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One endpoint of a {@link DnsSnapshot} in the form that the race's simulator uses, so that both read alike. */
public final class RaceView {

    private RaceView() {}

    /**
     * The view.
     *
     * @param endpoint for example {@code regional}
     * @param held where an enactor is held by a conductor, by the enactor's name
     * @return empty if the planner, the Route 53 API or the endpoint is not visible
     */
    public static Optional<View> of(DnsSnapshot look, String endpoint, Map<String, String> held) {
        Instant now = look.incident().orElse(Instant.EPOCH);
        return look.endpoints().stream()
                .filter(e -> e.name().equals(endpoint))
                .findFirst()
                .flatMap(seen -> ZoneView.of(seen)
                        .map(zone -> new View(
                                boxed(look.latest()),
                                holders(look, held),
                                zone(zone, now),
                                Optional.of(dig(seen.answer(), zone)))));
    }

    private static List<View.Holder> holders(DnsSnapshot look, Map<String, String> held) {
        List<View.Holder> holders = new ArrayList<>();
        for (DnsSnapshot.EnactorSeen enactor : look.enactors()) {
            String stands = Optional.ofNullable(held.get(enactor.name()))
                    .map(point -> "held at " + point)
                    .or(() -> enactor.state().map(DnsSnapshot.EnactorState::step))
                    .orElse("does not answer");
            Optional<Long> plan = enactor.state().flatMap(s -> boxed(s.holding()));
            holders.add(new View.Holder(enactor.name(), plan, stands));
        }
        return holders;
    }

    private static emptyrecord.race.core.ZoneView zone(ZoneView zone, Instant now) {
        return new emptyrecord.race.core.ZoneView(
                zone.zone(),
                zone.apex().map(RaceView::shown),
                zone.rollback().map(RaceView::shown),
                zone.lock().map(lock -> lock(lock, now)).orElse("never taken"),
                zone.trees().stream()
                        .flatMap(tree -> boxed(tree.plan()).stream())
                        .sorted()
                        .toList());
    }

    private static String lock(ZoneView.LockSeen lock, Instant now) {
        return emptyrecord.race.core.ZoneView.lock(
                "holder=" + lock.holder() + " until=" + lock.until().getEpochSecond(), now);
    }

    private static String shown(ZoneView.Pointer pointer) {
        OptionalLong plan = pointer.target().plan();
        return plan.isPresent() ? "plan-" + plan.getAsLong() : pointer.target().shown();
    }

    private static Dig dig(DnsAnswer answer, ZoneView zone) {
        int possible =
                zone.apex().map(apex -> zone.leaves(apex.target()).size()).orElse(0);
        return switch (answer) {
            case DnsAnswer.Addresses some ->
                new Dig(
                        "NOERROR",
                        some.addresses().stream()
                                .map(InetAddress::getHostAddress)
                                .toList(),
                        possible);
            case DnsAnswer.Empty empty -> new Dig("NOERROR", List.of(), possible);
            case DnsAnswer.NoSuchName none -> new Dig("NXDOMAIN", List.of(), possible);
            case DnsAnswer.ServerDead dead -> new Dig("no answer: " + dead.reason(), List.of(), possible);
        };
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
