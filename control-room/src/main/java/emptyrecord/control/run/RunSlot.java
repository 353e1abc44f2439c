package emptyrecord.control.run;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The region's one slot for runs: a replay or a scenario plays, and nothing beside it. */
public final class RunSlot {

    private @Nullable RunEngine engine;
    private Kind kind = Kind.REPLAY;

    /** The two kinds of runs, with the words for a refusal. */
    enum Kind {
        REPLAY("A replay is running; wait for it, or abort it with DELETE /replays/current"),
        SCENARIO("A scenario is running; wait for it, or abort it with DELETE /scenario-runs/current");

        private final String refusal;

        Kind(String refusal) {
            this.refusal = refusal;
        }
    }

    /**
     * Makes a run and starts its engine.
     *
     * @throws IllegalStateException while a run has the slot
     */
    synchronized <R> R start(Kind wanted, Supplier<R> run, Function<R, RunEngine> engineOf) {
        if (isTaken()) {
            throw new IllegalStateException(kind.refusal);
        }
        R made = run.get();
        RunEngine its = engineOf.apply(made);
        engine = its;
        kind = wanted;
        its.start();
        return made;
    }

    public synchronized boolean isTaken() {
        return engine != null && !engine.over();
    }
}
