package emptyrecord.control.run;

import emptyrecord.control.client.Peer;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.scenario.play.Terms;
import java.util.ArrayList;
import java.util.List;

/** What a scenario has to know of the region it runs in. */
final class Regions {

    private Regions() {}

    static Terms terms(Lab lab) {
        ControlSettings.ReplayNumbers replay = lab.settings().replay();
        return new Terms(
                lab.clock().speed(),
                lab.peers().enactors().stream().map(Peer::name).toList(),
                replay.triggerTarget(),
                lab.settings().names().regional(),
                replay.trigger(),
                IncidentClock.toMinutes(replay.settle()),
                IncidentClock.toMinutes(replay.stayEmpty()),
                IncidentClock.toMinutes(replay.roundLimit()));
    }

    static List<String> dwfmHosts(Lab lab) {
        List<String> hosts = new ArrayList<>();
        lab.http()
                .get(lab.peers().dwfm(), "/state")
                .ifPresent(n ->
                        n.path("hosts").forEach(h -> hosts.add(h.path("host").asString())));
        return hosts;
    }
}
