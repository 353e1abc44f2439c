package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.instances.InstanceStore.Changed;
import java.util.Iterator;
import java.util.List;

/**
 * StartInstances: a stopped instance is on no droplet, so a start is a placement as a launch is, in the instance's own
 * zone. EC2 too moves most instances to another host when they start, and answers InsufficientInstanceCapacity when there
 * is none (user guide, "How EC2 instance stop and start works"; "Error codes"). All instances of a request start, or none.
 */
public final class Starter {

    /** Instances that one request starts, as many as one launches (our choice). */
    static final int COUNT_MAX = 10;

    private final Placer placer;
    private final InstanceStore store;
    private final FrontEnd frontEnd;
    private final IdLocks locks = new IdLocks();

    public Starter(Placer placer, InstanceStore store, FrontEnd frontEnd) {
        this.placer = placer;
        this.store = store;
        this.frontEnd = frontEnd;
    }

    /**
     * A running instance is left as it is. A second start of one waits for the first, and then has nothing to do.
     *
     * @param ids each once
     * @throws Ec2Exception with IncorrectInstanceState or another code of EC2's; then none has been started
     */
    public List<Changed> start(List<String> ids) {
        return locks.holding(ids, () -> startNow(ids));
    }

    private List<Changed> startNow(List<String> ids) {
        List<Instance> stopped = frontEnd.countedUse(ids.size(), () -> store.known(ids)).stream()
                .filter(Starter::mustBePlaced)
                .toList();
        if (stopped.size() > COUNT_MAX) {
            throw new Ec2Exception(
                    Ec2Error.INVALID_PARAMETER_VALUE,
                    "One request may start " + COUNT_MAX + " stopped instances, not " + stopped.size());
        }
        List<Changed> all = started(ids, place(stopped));
        all.stream()
                .filter(Changed::hasChanged)
                .forEach(started -> frontEnd.tally().add(ApiOutcome.LAUNCH_SUCCEEDED));
        return all;
    }

    private List<Changed> started(List<String> ids, List<Attempt> placed) {
        Iterator<Attempt> next = placed.iterator();
        try {
            return frontEnd.countedUse(
                    placed.size(),
                    () -> store.changeAll(
                            ids,
                            i -> mustBePlaced(i)
                                    ? i.placedOn(
                                            next.next().droplet(),
                                            placer.clock().instant())
                                    : i,
                            placed));
        } catch (RuntimeException e) {
            placer.undo(placed);
            throw e;
        }
    }

    private List<Attempt> place(List<Instance> stopped) {
        int internal = (int) stopped.stream().filter(i -> i.kind().internal()).count();
        admit(true, internal);
        admit(false, stopped.size() - internal);
        Placer.Placements placed = placer.place(
                stopped.stream().map(i -> new Placer.Wanted(i.id(), i.zone())).toList());
        if (placed.placed().size() < stopped.size()) {
            placer.undo(placed.placed());
            throw placed.reason();
        }
        return placed.placed();
    }

    private void admit(boolean internal, int count) {
        if (count > 0) {
            frontEnd.admitPlacements(internal, count);
        }
    }

    private static boolean mustBePlaced(Instance i) {
        return switch (i.state()) {
            case STOPPED -> true;
            case RUNNING -> false;
            case STOPPING, SHUTTING_DOWN, TERMINATED ->
                throw Ec2Exception.wrongState(
                        "The instance '" + i.id() + "' is not in a state from which it can be started.");
        };
    }
}
