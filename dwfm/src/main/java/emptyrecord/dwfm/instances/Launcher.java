package emptyrecord.dwfm.instances;

import java.util.List;

/** RunInstances: one launch for each client token, each instance {@linkplain Placer placed} on a droplet with a lease. */
public final class Launcher {

    private final Placer placer;
    private final InstanceStore store;
    private final FrontEnd frontEnd;
    private final ClientTokens tokens;
    private final LaunchTrace trace;

    public Launcher(Placer placer, InstanceStore store, FrontEnd frontEnd, LaunchTrace trace) {
        this.placer = placer;
        this.trace = trace;
        this.store = store;
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
        List<InstanceStore.Ticket> tickets = frontEnd.countedUse(count, () -> store.tickets(count));
        List<Instance> launched = placed(tickets, spec);
        launched.forEach(instance -> frontEnd.tally().add(ApiOutcome.LAUNCH_SUCCEEDED));
        return launched;
    }

    private List<Instance> placed(List<InstanceStore.Ticket> tickets, LaunchSpec spec) {
        Placer.Placements placed = placer.place(tickets.stream()
                .map(ticket -> new Placer.Wanted(ticket.id(), spec.zone()))
                .toList());
        try {
            if (placed.placed().size() < spec.min()) {
                throw placed.reason();
            }
            List<InstanceStore.Placed> known = withTickets(tickets, placed.placed());
            return frontEnd.countedUse(
                    known.size(),
                    () -> store.add(known, placer::zoneOf, spec, placer.clock().instant()));
        } catch (RuntimeException e) {
            placer.undo(placed.placed());
            throw e;
        }
    }

    private static List<InstanceStore.Placed> withTickets(List<InstanceStore.Ticket> tickets, List<Attempt> placed) {
        return tickets.stream()
                .flatMap(ticket -> placed.stream()
                        .filter(attempt -> attempt.instance().equals(ticket.id()))
                        .map(attempt -> new InstanceStore.Placed(ticket, attempt)))
                .toList();
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
