package emptyrecord.control.run;

import emptyrecord.api.client.Resources;
import emptyrecord.api.dwfm.DwfmState;
import emptyrecord.control.client.Peer;
import emptyrecord.control.settings.ControlSettings;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.scenario.play.Terms;
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
        return lab.http()
                .get(lab.peers().dwfm(), Resources.DWFM)
                .map(state -> state.hosts().stream().map(DwfmState.Host::host).toList())
                .orElse(List.of());
    }
}
