package emptyrecord.lab.dns;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.lab.dns.DnsSnapshot.EnactorSeen;
import emptyrecord.lab.dns.DnsSnapshot.EnactorState;
import emptyrecord.lab.dns.DnsSnapshot.EndpointSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The findings of one snapshot. */
final class Findings {

    /** How many generations a plan may be behind the planner's newest; a quiet region stays within two. Our choice. */
    static final long BEHIND_MAX = 4;

    private final DnsSnapshot look;
    private final List<Finding> found = new ArrayList<>();

    private Findings(DnsSnapshot look) {
        this.look = look;
    }

    static List<Finding> of(DnsSnapshot look) {
        Findings findings = new Findings(look);
        findings.planner();
        look.enactors().forEach(findings::enactor);
        look.endpoints().forEach(findings::endpoint);
        return List.copyOf(findings.found);
    }

    private void planner() {
        if (look.planner().isEmpty()) {
            note("planner", "does not answer; no new plans are written, which is harmless by itself (F30)");
        } else if (look.planner().get().frozen()) {
            note("planner", "is frozen; no new plans are written, which is harmless by itself (F15, F30)");
        }
    }

    private void enactor(EnactorSeen enactor) {
        if (enactor.state().isEmpty()) {
            note(enactor.name(), "does not answer; the other enactors do the same work (F31)");
            return;
        }
        EnactorState state = enactor.state().get();
        long behind = behind(state.holding());
        if (behind > BEHIND_MAX) {
            note(enactor.name(), "holds a plan in its memory that is " + behind + " generations old (F36)");
        }
        if (state.frozen()) {
            note(enactor.name(), "is frozen and applies nothing (F15)");
        }
    }

    private void endpoint(EndpointSeen endpoint) {
        answer(endpoint);
        ZoneView.of(endpoint)
                .ifPresentOrElse(
                        zone -> zone(endpoint.name(), zone),
                        () -> note(endpoint.name(), "its zone cannot be read: the Route 53 API does not answer"));
    }

    private void answer(EndpointSeen endpoint) {
        switch (endpoint.answer()) {
            case DnsAnswer.Addresses fine -> {}
            case DnsAnswer.Empty empty ->
                wrong(endpoint.name(), "empty answer: the name exists and has no address (F2, F38)");
            case DnsAnswer.NoSuchName none -> wrong(endpoint.name(), "the name does not exist");
            case DnsAnswer.ServerDead dead -> wrong(endpoint.name(), "DNS gives no answer: " + dead.reason());
        }
    }

    private void zone(String name, ZoneView zone) {
        zone.apex()
                .ifPresentOrElse(
                        apex -> apex(name, zone, apex),
                        () -> wrong(name, "the customers' name has no ALIAS to a tree"));
        zone.rollback()
                .ifPresentOrElse(
                        rollback -> rollback(name, rollback),
                        () -> wrong(name, "rollback missing: there is no way back to the previous plan (F34)"));
    }

    private void apex(String name, ZoneView zone, ZoneView.Pointer apex) {
        String plan = apex.target().shown();
        if (!apex.exists()) {
            wrong(
                    name,
                    "dangling ALIAS: " + plan + " is active and its tree is gone; the next flip must point the"
                            + " rollback at it and is refused (F39)");
        }
        long behind = behind(apex.target().plan());
        if (behind > BEHIND_MAX) {
            wrong(name, "stale plan active: " + plan + " is " + behind + " generations behind the planner");
        }
        OptionalLong before = zone.rollback().map(r -> r.target().plan()).orElse(OptionalLong.empty());
        if (before.orElse(0) > apex.target().plan().orElse(Long.MAX_VALUE)) {
            wrong(name, "went back: " + plan + " replaced the newer plan " + before.getAsLong() + " (F38)");
        }
    }

    private void rollback(String name, ZoneView.Pointer rollback) {
        if (!rollback.exists()) {
            wrong(
                    name,
                    "rollback missing: it points at " + rollback.target().shown() + ", whose tree is gone (F34, F39)");
        }
    }

    private long behind(OptionalLong plan) {
        return plan.isPresent() && look.latest().isPresent() ? look.latest().getAsLong() - plan.getAsLong() : 0;
    }

    private void wrong(String subject, String words) {
        found.add(new Finding(subject, Finding.Gravity.WRONG, words));
    }

    private void note(String subject, String words) {
        found.add(new Finding(subject, Finding.Gravity.NOTE, words));
    }
}
