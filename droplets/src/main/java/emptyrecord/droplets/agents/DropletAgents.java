package emptyrecord.droplets.agents;

import emptyrecord.droplets.core.Check;
import emptyrecord.droplets.core.CheckDepth;
import emptyrecord.droplets.core.Claim;
import emptyrecord.droplets.core.Decision;
import emptyrecord.droplets.core.Droplet;
import emptyrecord.droplets.core.DropletLine;
import emptyrecord.droplets.core.Fleet;
import emptyrecord.droplets.core.LookTimes;
import emptyrecord.droplets.core.Obeyed;
import emptyrecord.droplets.core.Order;
import emptyrecord.droplets.core.Refusal;
import emptyrecord.kit.journal.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The running droplets: one lock around the {@link Fleet}, its memory on disk, and each droplet's own time. No thread
 * waits here; the caller asks for the answer when it is due.
 */
public final class DropletAgents implements AutoCloseable {

    private final Fleet fleet;
    private final Memory memory;
    private final LookTimes times;
    private final InstantSource clock;
    private final RefusalListener refusals;
    private final ReentrantLock lock = new ReentrantLock();

    /** @param clock incident time */
    public DropletAgents(
            Fleet fleet, Journal<DropletLine> journal, LookTimes times, InstantSource clock, RefusalListener refusals) {
        this.fleet = fleet;
        this.memory = new Memory(journal, fleet);
        this.times = times;
        this.clock = clock;
        this.refusals = refusals;
    }

    /** Restores whom the droplets obeyed before a restart, and what ran. */
    public void start() {
        locked(() -> {
            memory.restoreInto(fleet);
            return true;
        });
    }

    /**
     * Receives a state check. The droplet obeys at once if it obeys at all; whether it still does is judged again when
     * it answers, because another holder's check may have come meanwhile.
     *
     * @throws emptyrecord.droplets.core.UnknownDropletException if the droplet is not hosted here
     * @throws java.io.UncheckedIOException if the obedience could not be written down
     */
    public Reception check(Check check) {
        return report(check.claim(), locked(() -> {
            Droplet droplet = fleet.find(check.droplet());
            return received(droplet, droplet.judge(check), check.depth(), () -> locked(() -> outcome(droplet, check)));
        }));
    }

    /** Receives a change; throws as {@link #check}. It takes the time of a renewal. */
    public Reception change(Order order) {
        return report(order.claim(), locked(() -> {
            Droplet droplet = fleet.find(order.droplet());
            Decision decision = droplet.judge(order, clock.instant());
            return received(
                    droplet, decision, CheckDepth.RENEWAL, () -> locked(() -> answer(droplet, Optional.empty())));
        }));
    }

    /** Queries the fleet under the lock; {@code question} must not keep a reference to it. */
    public <T> T ask(Function<Fleet, T> question) {
        return locked(() -> question.apply(fleet));
    }

    private record Received(Droplet droplet, Reception reception, Optional<Obeyed> obeyed) {}

    private Received received(Droplet droplet, Decision decision, CheckDepth depth, Supplier<Answer> atEnd) {
        Reception reception = switch (decision) {
            case Decision.Refuse refuse -> new Reception.Refused(answer(droplet, Optional.of(refuse.why())));
            case Decision.Obey obey -> {
                Instant now = clock.instant();
                obey.news().ifPresent(this::writeAndApply);
                yield new Reception.Underway(now.plus(times.draw(droplet.id(), depth)), depth, atEnd);
            }
        };
        return new Received(droplet, reception, droplet.obeyed());
    }

    private void writeAndApply(DropletLine news) {
        memory.write(news);
        fleet.apply(news);
        memory.compactIfLong();
    }

    private Reception report(Claim claim, Received received) {
        if (received.reception() instanceof Reception.Refused refused) {
            refused.answer()
                    .refusal()
                    .ifPresent(why -> refusals.refused(received.droplet().id(), claim, why, received.obeyed()));
        }
        return received.reception();
    }

    private static Answer outcome(Droplet droplet, Check check) {
        boolean displaced = droplet.obeyed()
                .filter(o -> o.claim().holder().equals(check.claim().holder()))
                .isEmpty();
        return answer(droplet, displaced ? Optional.of(Refusal.OLDER_EPOCH) : Optional.empty());
    }

    private static Answer answer(Droplet droplet, Optional<Refusal> refusal) {
        return new Answer(refusal, droplet.obeyed().map(Obeyed::claim), droplet.running());
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> {
            memory.close();
            return true;
        });
    }
}
