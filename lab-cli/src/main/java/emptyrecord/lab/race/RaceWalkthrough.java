package emptyrecord.lab.race;

import emptyrecord.api.Event;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.GuardView;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.race.core.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * F38 on the running region, step by step before an audience. Nothing is injected: holding the enactors at their named
 * points only makes them slow. At the end, also after an interrupt, everything is released.
 */
public final class RaceWalkthrough {

    private static final String REGIONAL = "regional";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Events that are requested at a time. */
    private static final int PAGE = 1000;

    private final RegionAccess lab;
    private final StepPresenter stage;
    private final RegionDnsView region;
    private final HeldEnactors conductor;
    private final PausePoints a;
    private final PausePoints b;
    private final PausePoints c;
    private final Duration timeout;

    public RaceWalkthrough(RegionAccess lab, StepPresenter stage, HeldEnactors conductor) {
        this.lab = lab;
        this.stage = stage;
        this.conductor = conductor;
        this.region = new RegionDnsView(lab);
        this.a = conductor.enactor("a");
        this.b = conductor.enactor("b");
        this.c = conductor.enactor("c");
        double incidentMinutes = 40;
        this.timeout = Duration.ofSeconds(
                Math.round(20 + incidentMinutes * 60 / lab.running().speed()));
    }

    public int play() {
        checkThatItIsTheNight();
        show("Three enactors apply the planner's plans. Each does the same work, without coordination (F31).");
        long stale = slowEnactorPicks();
        fastEnactorGoesOn(stale);
        slowEnactorWinsAtLast();
        fastEnactorListsWhatIsOld();
        slowEnactorFlips(stale);
        fastEnactorCleansUp();
        everyLaterFlipIsRefused();
        return ExitStatus.OK;
    }

    private void checkThatItIsTheNight() {
        for (String service : List.of("dns-enactor-a", "dns-enactor-b", "dns-enactor-c", "fake-route53")) {
            for (GuardView guard : lab.http().get(lab.platform().named(service).url(), Resources.GUARDS)) {
                boolean ours = guard.name().startsWith("dns.") && !guard.name().equals("dns.last-known-good");
                if (ours && guard.on()) {
                    throw new LabException(
                            guard.name() + " is on, so the record does not become empty;"
                                    + " switch it off (./lab guard NAME off), or watch its effect: --step --simulated --guard NAME");
                }
            }
        }
        if (region.isEmpty()) {
            throw new LabException(
                    "the name has no address already; repair it first: ./lab guard dns.rollback-tolerant on,"
                            + " then off again when dig answers");
        }
    }

    private long slowEnactorPicks() {
        stage.next("c picks a plan, and is slow from then on");
        c.hold("before-lock", REGIONAL);
        long plan = awaitStanding(c, "before-lock");
        show("C has picked plan " + plan
                + " and checked once that it is newer than the active one. Now it waits for the lock" + " (F1, F36).");
        return plan;
    }

    private void fastEnactorGoesOn(long stale) {
        stage.next("the planner, a and b continue; c keeps plan " + stale + " in memory");
        a.hold("before-clean", REGIONAL);
        long applied = awaitStanding(a, "before-clean");
        while (applied - stale <= Setup.NIGHTS_AGE) {
            stage.say("    a has finished plan " + applied + "; c's plan is " + (applied - stale) + " generations old");
            a.release("before-clean");
            applied = awaitNextStanding(a, "before-clean", applied);
        }
        b.hold("before-lock", REGIONAL);
        long next = awaitStanding(b, "before-lock");
        show("A has finished plan " + applied + " and is about to look for old trees. B is about to install plan "
                + next + ".");
    }

    private void slowEnactorWinsAtLast() {
        stage.next("c wins the lock at last");
        c.hold("before-flip", REGIONAL);
        c.release("before-lock");
        awaitStanding(c, "before-flip");
        show(
                "C holds the lock and has built its plan's tree. No second check asks whether the plan is still fresh (F31).");
    }

    private void fastEnactorListsWhatIsOld() {
        stage.next("a lists old trees");
        a.hold("before-delete", REGIONAL);
        a.release("before-clean");
        awaitStanding(a, "before-delete");
        show(
                "A has listed the trees and found old ones, c's among them. It does not check which tree is active (F37).");
    }

    private void slowEnactorFlips(long stale) {
        stage.next("c flips");
        c.hold("after-flip", REGIONAL);
        c.release("before-flip");
        awaitStanding(c, "after-flip");
        show("DNS now points customers to plan " + stale
                + ". It is stale but works: a brief step back was considered safe (F31).");
    }

    private void fastEnactorCleansUp() {
        stage.next("a deletes the old trees");
        Waiting waiting = new Waiting(timeout);
        while (!region.isEmpty()) {
            if (a.standing().filter(s -> s.point().equals("before-delete")).isPresent()) {
                a.release("before-delete");
            }
            waiting.goOn("a's clean-up has not emptied the record", LOOK_AGAIN);
        }
        show("The name exists, its target does not: NOERROR, and no address. Not NXDOMAIN (F38).");
    }

    private void everyLaterFlipIsRefused() {
        stage.next("all enactors are released: b installs its newer plan");
        Event last = lastEvent(b).orElseThrow();
        conductor.letAllGo();
        Waiting waiting = new Waiting(timeout);
        Optional<Event> refused = refusedAfter(last.seq());
        while (refused.isEmpty()) {
            waiting.goOn("b's flip was not refused", LOOK_AGAIN);
            refused = refusedAfter(last.seq());
        }
        show(
                "Route 53 refuses B, and from now on every enactor: the flip must point the rollback at a deleted tree (F39).");
        stage.say("");
        stage.say("  Route 53: " + EventId.REASON.text(refused.get(), ""));
        stage.say("");
        stage.say("No enactor is held any more, and the record does not recover by itself. Look: dig @"
                + lab.platform().dns().getHostString() + " -p "
                + lab.platform().dns().getPort() + " " + RegionLayout.REGIONAL_NAME);
        stage.say("One way out: ./lab guard dns.rollback-tolerant on");
    }

    private Optional<Event> refusedAfter(long seq) {
        return lab.http().get(b.service().url(), Resources.events(seq, PAGE)).stream()
                .filter(EventKind.FLIP_REFUSED::is)
                .findFirst();
    }

    private Optional<Event> lastEvent(PausePoints enactor) {
        Optional<Event> last = Optional.empty();
        long after = 0;
        while (true) {
            List<Event> page = lab.http().get(enactor.service().url(), Resources.events(after, PAGE));
            if (page.isEmpty()) {
                return last;
            }
            last = Optional.of(page.getLast());
            after = last.get().seq();
        }
    }

    private void show(String happened) {
        stage.show(happened, region.view(List.of(a, b, c)).lines());
    }

    private long awaitStanding(PausePoints enactor, String point) {
        return awaitNextStanding(enactor, point, -1);
    }

    /** @param not the plan with which the enactor was held there before */
    private long awaitNextStanding(PausePoints enactor, String point, long not) {
        Waiting waiting = new Waiting(timeout);
        while (true) {
            Optional<PausePoints.Standing> standing =
                    enactor.standing().filter(s -> s.point().equals(point) && s.plan() != not);
            if (standing.isPresent()) {
                return standing.get().plan();
            }
            waiting.goOn(enactor.service().name() + " did not come to " + point, LOOK_AGAIN);
        }
    }
}
