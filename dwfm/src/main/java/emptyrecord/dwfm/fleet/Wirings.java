package emptyrecord.dwfm.fleet;

import emptyrecord.dwfm.core.host.Wiring;
import java.util.function.Function;

/** By which wiring all hosts work. It is kept in memory: a new process begins with its setting. */
public final class Wirings {

    private final Function<String, Wiring> byName;
    private final Wiring atStart;
    private volatile Wiring current;

    /**
     * @param byName throws for a name that there is not
     * @param atStart the setting
     */
    public Wirings(Function<String, Wiring> byName, String atStart) {
        this.byName = byName;
        this.atStart = byName.apply(atStart);
        this.current = this.atStart;
    }

    public Wiring current() {
        return current;
    }

    /** @throws IllegalArgumentException if there is none of that name, with what is allowed */
    public void change(String name, Fleet fleet) {
        change(byName.apply(name), fleet);
    }

    /** Back to the setting. */
    public void reset(Fleet fleet) {
        change(atStart, fleet);
    }

    private synchronized void change(Wiring wiring, Fleet fleet) {
        current = wiring;
        fleet.wire(wiring);
    }
}
