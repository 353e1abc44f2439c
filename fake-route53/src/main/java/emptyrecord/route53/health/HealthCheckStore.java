package emptyrecord.route53.health;

import emptyrecord.kit.journal.Compaction;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.LiveState;
import emptyrecord.route53.core.health.Children;
import emptyrecord.route53.core.health.HealthCheck;
import emptyrecord.route53.core.health.HealthCheckConfig;
import emptyrecord.route53.core.health.HealthCheckType;
import emptyrecord.route53.health.HealthCheckOutcome.Done;
import emptyrecord.route53.health.HealthCheckOutcome.Refusal;
import emptyrecord.route53.health.HealthCheckOutcome.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The control plane's health checks. A change is written to the journal, then becomes visible, then reaches the checkers,
 * in one step. Reads take the current immutable map, in the order of creation, which is that of the ids.
 */
public final class HealthCheckStore implements AutoCloseable {

    /** Our choice. */
    private static final CompactionPolicy POLICY = new CompactionPolicy(1_000, 2, 4L << 20);

    private final Journal<HealthCheckLine> journal;
    private final Compaction<HealthCheckLine> compaction;
    private final HealthSettings bounds;
    private final HealthBoard board;
    private final ReentrantLock commit = new ReentrantLock();
    private volatile Map<String, HealthCheck> checks = Map.of();
    private long lastSeq;

    /** @param board learns of every health check, also of those that were there before */
    public HealthCheckStore(Journal<HealthCheckLine> journal, HealthSettings bounds, HealthBoard board) {
        this.journal = journal;
        this.bounds = bounds;
        this.board = board;
        this.compaction = new Compaction<>(journal, POLICY, LiveState.of(() -> checks.size() + 1, this::snapshot));
        replay();
    }

    private void replay() {
        Map<String, HealthCheck> state = new LinkedHashMap<>();
        journal.replay(line -> {
            lastSeq = Math.max(lastSeq, line.seq());
            line.healthCheck().ifPresentOrElse(check -> state.put(line.id(), check), () -> state.remove(line.id()));
        });
        checks = state;
        state.values().forEach(board::put);
    }

    private List<HealthCheckLine> snapshot() {
        List<HealthCheckLine> lines = new ArrayList<>();
        checks.forEach((id, check) -> lines.add(new HealthCheckLine(lastSeq, id, Optional.of(check))));
        lines.add(new HealthCheckLine(lastSeq, "", Optional.empty()));
        return lines;
    }

    /** In the order of their ids. */
    public List<HealthCheck> all() {
        return List.copyOf(checks.values());
    }

    public Optional<HealthCheck> find(String id) {
        return Optional.ofNullable(checks.get(id));
    }

    /** Makes a health check; the same request again returns the one that it made. */
    public HealthCheckOutcome create(String callerReference, HealthCheckConfig config) {
        return committed(() -> {
            Optional<HealthCheck> same = checks.values().stream()
                    .filter(check -> check.callerReference().equals(callerReference))
                    .findFirst();
            if (same.isPresent()) {
                return same.get().config().equals(config)
                        ? new Done(same.get())
                        : new Refused(
                                Refusal.HealthCheckAlreadyExists,
                                "A health check with the caller reference " + callerReference
                                        + " exists already, with other settings.");
            }
            if (checks.size() >= bounds.checksMax()) {
                return new Refused(
                        Refusal.TooManyHealthChecks,
                        "This account has " + checks.size()
                                + " health checks, the most there can be (route53.health.checks-max).");
            }
            return accept(new HealthCheck(idOf(lastSeq + 1), callerReference, config, 1, Map.of()));
        });
    }

    /** Of Route 53's form; it grows with the number. */
    private static String idOf(long seq) {
        return new UUID(0x5253_3533_0000_4000L, 0x8000_0000_0000_0000L | seq).toString();
    }

    /**
     * Changes a health check's settings.
     *
     * @param version that it must have
     * @throws IllegalArgumentException as {@code change} does
     */
    public HealthCheckOutcome update(String id, OptionalLong version, UnaryOperator<HealthCheckConfig> change) {
        return changing(id, check -> {
            if (version.isPresent() && version.getAsLong() != check.version()) {
                return new Refused(
                        Refusal.HealthCheckVersionMismatch,
                        "The health check has version " + check.version() + ", not " + version.getAsLong()
                                + "; read it again before you change it.");
            }
            return accept(check.withConfig(change.apply(check.config())));
        });
    }

    /** Changes tags; this is no new version. */
    public HealthCheckOutcome tag(String id, UnaryOperator<Map<String, String>> change) {
        return changing(id, check -> accept(check.withTags(change.apply(check.tags()))));
    }

    /** Deletes a health check, whoever refers to it; those record sets and calculated ones count it as healthy. */
    public HealthCheckOutcome delete(String id) {
        return changing(id, check -> {
            write(new HealthCheckLine(lastSeq + 1, id, Optional.empty()), next -> next.remove(id));
            board.remove(id);
            return new Done(check);
        });
    }

    private interface Work {
        HealthCheckOutcome on(HealthCheck check);
    }

    private HealthCheckOutcome changing(String id, Work work) {
        return committed(() -> {
            HealthCheck check = checks.get(id);
            return check == null
                    ? new Refused(Refusal.NoSuchHealthCheck, "No health check exists with the ID: " + id)
                    : work.on(check);
        });
    }

    private HealthCheckOutcome accept(HealthCheck check) {
        Optional<String> wrong = check.config().children().flatMap(children -> wrong(check.id(), children));
        if (wrong.isPresent()) {
            return new Refused(Refusal.InvalidInput, wrong.get());
        }
        if (isTooLarge(check)) {
            return new Refused(
                    Refusal.TooManyHealthChecks,
                    "The health checks would take more than "
                            + bounds.bytesMax().toBytes() + " bytes (route53.health.bytes-max); delete some first.");
        }
        write(new HealthCheckLine(lastSeq + 1, check.id(), Optional.of(check)), next -> next.put(check.id(), check));
        board.put(check);
        return new Done(check);
    }

    /** Calculated health checks count those that have endpoints, so there are no circles. */
    private Optional<String> wrong(String own, Children children) {
        for (String id : children.ids()) {
            HealthCheck child = checks.get(id);
            if (child == null) {
                return Optional.of("ChildHealthCheck " + id + " does not exist");
            }
            if (id.equals(own) || child.config().type() == HealthCheckType.CALCULATED) {
                return Optional.of("ChildHealthCheck " + id
                        + " is calculated itself; here a calculated health check counts those that check an endpoint");
            }
        }
        return Optional.empty();
    }

    private boolean isTooLarge(HealthCheck next) {
        long others = checks.values().stream()
                .filter(check -> !check.id().equals(next.id()))
                .mapToLong(HealthCheck::bytes)
                .sum();
        HealthCheck before = checks.get(next.id());
        return others + next.bytes() > bounds.bytesMax().toBytes() && (before == null || next.bytes() > before.bytes());
    }

    private interface Change {
        void on(Map<String, HealthCheck> checks);
    }

    private void write(HealthCheckLine line, Change change) {
        journal.append(line);
        lastSeq = line.seq();
        Map<String, HealthCheck> next = new LinkedHashMap<>(checks);
        change.on(next);
        checks = next;
        compaction.runIfDue();
    }

    private HealthCheckOutcome committed(Supplier<HealthCheckOutcome> work) {
        commit.lock();
        try {
            return work.get();
        } finally {
            commit.unlock();
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
