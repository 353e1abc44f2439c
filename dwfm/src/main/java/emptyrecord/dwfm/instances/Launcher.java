package emptyrecord.dwfm.instances;

import java.util.Collections;
import java.util.List;

/** RunInstances: one launch for each client token, each instance {@linkplain Placer placed} on a droplet with a lease. */
public final class Launcher {

    private final Placer placer;
    private final InstanceStore store;
    private final Outbox outbox;
    private final FrontEnd frontEnd;
    private final ClientTokens tokens;
    private final LaunchTrace trace;

    public Launcher(Placer placer, InstanceStore store, Outbox outbox, FrontEnd frontEnd, LaunchTrace trace) {
        this.placer = placer;
        this.trace = trace;
        this.store = store;
        this.outbox = outbox;
        this.frontEnd = frontEnd;
        this.tokens = new ClientTokens(store);
    }

    /**
     * Launches at least {@code min} and at most {@code max} instances; a repeated client token gives the first answer.
     *
     * @throws Ec2Exception with EC2's code
     */
    public List<Instance> launch(LaunchSpec spec) {
        return tokens.once(spec.token(), () -> trace.launch(() -> launchNow(spec)));
    }

    /** The instances appear together, once enough droplets have done their part; until then there are none. */
    private List<Instance> launchNow(LaunchSpec spec) {
        frontEnd.admitPlacements(spec.internal(), spec.max());
        int count = Math.min(spec.max(), store.roomFor(spec));
        frontEnd.counted(ApiOutcome.LAUNCH_NO_ROOM, spec.max(), () -> refuseUnlessRoom(count, spec));
        Placer.Placements placed = placer.place(Collections.nCopies(count, spec.zone()));
        if (placed.droplets().size() < spec.min()) {
            throw placed.reason();
        }
        List<Instance> launched = store.add(
                placed.droplets(), placer::zoneOf, spec, placer.clock().instant());
        launched.forEach(outbox::moved);
        launched.forEach(instance -> frontEnd.tally().add(ApiOutcome.LAUNCH_SUCCEEDED));
        return launched;
    }

    private static void refuseUnlessRoom(int count, LaunchSpec spec) {
        if (count < spec.min()) {
            throw new Ec2Exception(
                    Ec2Error.INSTANCE_LIMIT_EXCEEDED,
                    "You have requested more instances (" + spec.min() + ") than the " + count
                            + " that this region still has room for; terminate some. Terminated ones count until they"
                            + " are forgotten.");
        }
    }
}
