package emptyrecord.droplets.core;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A droplet's agent: it obeys one holder, and runs instances for it. It decides first; its owner writes the news down
 * and applies them then. Not thread-safe.
 *
 * <p>A check is obeyed from the moment it is accepted, before the droplet has looked at its hardware: the row that the
 * caller shows counts, and not how long the droplet takes. A change, too, is decided and takes effect when it is
 * accepted. Checks and changes of one droplet run side by side; a droplet has no queue (our choice).
 */
public final class Droplet {

    private final DropletId id;
    private final int room;
    private final ObedienceRule rule;
    private final Set<InstanceId> running = new LinkedHashSet<>();
    private Optional<Obeyed> obeyed = Optional.empty();

    /** @param room how many instances it runs at most */
    public Droplet(DropletId id, int room) {
        this(id, room, ObedienceRule.NEWEST_EPOCH);
    }

    Droplet(DropletId id, int room, ObedienceRule rule) {
        this.id = id;
        this.room = room;
        this.rule = rule;
    }

    public DropletId id() {
        return id;
    }

    /** Whom it obeys, or has obeyed last; empty before the first check. */
    public Optional<Obeyed> obeyed() {
        return obeyed;
    }

    /** How many instances run. */
    public int running() {
        return running.size();
    }

    public boolean runs(InstanceId instance) {
        return running.contains(instance);
    }

    public Decision judge(Check check) {
        Optional<Refusal> refusal = obeyed.flatMap(o -> rule.refusal(o, check.claim()));
        if (refusal.isPresent()) {
            return new Decision.Refuse(refusal.get());
        }
        Obeyed after = ObedienceRule.after(obeyed, check);
        boolean changed = obeyed.filter(after::equals).isEmpty();
        return new Decision.Obey(changed ? Optional.of(DropletLine.obeying(id, after)) : Optional.empty());
    }

    public Decision judge(Order order, Instant now) {
        return refusal(order, now).<Decision>map(Decision.Refuse::new).orElseGet(() -> new Decision.Obey(news(order)));
    }

    /** A change may wait at its sender while the lease is renewed, so any epoch since the tenure began is good. */
    private Optional<Refusal> refusal(Order order, Instant now) {
        if (obeyed.isEmpty()) {
            return Optional.of(Refusal.NEVER_HELD);
        }
        Obeyed held = obeyed.get();
        boolean mine = held.isOf(order.claim().holder());
        long oldest = mine ? held.tenure() : held.claim().epoch();
        if (order.claim().epoch() < oldest) {
            return Optional.of(Refusal.OLDER_EPOCH);
        }
        if (!mine) {
            return Optional.of(Refusal.OTHER_HOLDER);
        }
        if (!held.runsAt(now)) {
            return Optional.of(Refusal.LEASE_OVER);
        }
        boolean full = order.kind() == Order.Kind.START && !runs(order.instance()) && running() >= room;
        return full ? Optional.of(Refusal.NO_ROOM) : Optional.empty();
    }

    /** An instance that runs already is not started twice; one that is gone or was never told of ends without news. */
    private Optional<DropletLine> news(Order order) {
        boolean runs = runs(order.instance());
        return switch (order.kind()) {
            case START -> runs ? Optional.empty() : Optional.of(DropletLine.started(id, order.instance()));
            case END -> runs ? Optional.of(DropletLine.ended(id, order.instance())) : Optional.empty();
            case REBOOT -> Optional.empty();
        };
    }

    void apply(DropletLine line) {
        if (line.lease() != null) {
            obeyed = Optional.of(line.lease().obeyed());
        }
        line.started().forEach(i -> running.add(new InstanceId(i)));
        line.ended().forEach(i -> running.remove(new InstanceId(i)));
    }

    /** All that it has to remember in one line; empty before the first check. */
    Optional<DropletLine> memory() {
        return obeyed.map(DropletLine.Lease::of)
                .map(lease -> new DropletLine(
                        id.toString(),
                        lease,
                        running.stream().map(InstanceId::value).toList(),
                        List.of()));
    }
}
