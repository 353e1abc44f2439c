package emptyrecord.night.playbook;

import emptyrecord.night.sample.Sample;
import java.util.List;

/** Static host entries for internal tools while the regional name answers nothing (F6). */
final class StaticHosts implements Rule {

    private final Playbook.Dns book;
    private boolean set;
    private boolean cleared;

    StaticHosts(Playbook book) {
        this.book = book.dns();
    }

    @Override
    public List<Action> decide(double minutes, Sample seen) {
        if (!set && minutes >= book.staticHostsMinute() && !seen.regional().answering()) {
            set = true;
            return List.of(Action.of("static-hosts", "F6", "the regional name answers nothing"));
        }
        if (set && !cleared && minutes >= book.freezeMinute() && seen.regional().answering()) {
            cleared = true;
            return List.of(Action.of("clear-static-hosts", "F6", "the regional name answers again"));
        }
        return List.of();
    }
}
