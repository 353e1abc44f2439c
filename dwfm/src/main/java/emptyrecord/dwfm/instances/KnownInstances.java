package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.instances.InstanceTable.Change;
import emptyrecord.dwfm.instances.InstanceTable.Contents;
import emptyrecord.dwfm.instances.InstanceTable.Stored;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of the table that this process has read or written last. They answer nobody: a request first asks the table for
 * the versions. They save reading a row again whose version is known, and tell the placement which slots are taken.
 */
final class KnownInstances {

    private final OpenSlots placement;
    private final Map<String, Stored> instances = new HashMap<>();
    private final Map<String, Set<String>> byToken = new HashMap<>();
    private final Map<String, Attempt> attempts = new HashMap<>();

    /** Attempts that their callers have given up. */
    private final Set<String> givenUp = new HashSet<>();

    /** Of earlier processes. */
    private List<Attempt> inherited = List.of();

    private long text;

    KnownInstances(OpenSlots placement) {
        this.placement = placement;
    }

    /**
     * What an earlier process left: nobody waits for its attempts.
     *
     * @throws IllegalStateException if one of them is on a droplet that the fleet does not have, with what to do
     */
    synchronized void load(Contents contents) {
        refuseUnlessCovered(contents);
        contents.instances().forEach(stored -> {
            keep(stored);
            if (stored.instance().state().placed()) {
                placement.occupied(stored.instance().droplet());
            }
        });
        inherited = List.copyOf(contents.attempts());
        inherited.forEach(attempt -> {
            placement.occupied(attempt.droplet());
            begin(attempt);
            giveUp(attempt.name());
        });
    }

    /** The fleet may have been larger when the table was written. */
    private void refuseUnlessCovered(Contents contents) {
        contents.instances().stream()
                .map(Stored::instance)
                .filter(i -> i.state().placed())
                .forEach(i -> placement.refuseUnlessCovered(i.droplet(), i.id()));
        contents.attempts().forEach(a -> placement.refuseUnlessCovered(a.droplet(), a.name()));
    }

    /** @return the instance before; empty for a new one */
    synchronized Optional<Instance> keep(Stored stored) {
        Instance now = stored.instance();
        Optional<Instance> before =
                Optional.ofNullable(instances.put(now.id(), stored)).map(Stored::instance);
        before.ifPresent(b -> {
            text -= length(b);
            if (b.state().placed() && !now.state().placed()) {
                placement.released(b.droplet());
            }
        });
        text += length(now);
        if (!now.launch().token().none()) {
            byToken.computeIfAbsent(now.clientToken(), token -> new LinkedHashSet<>())
                    .add(now.id());
        }
        return before;
    }

    /** @return whether it is newer than what was known */
    synchronized boolean learn(Stored stored) {
        Instance now = stored.instance();
        if (stored.version() <= version(now.id())) {
            return false;
        }
        boolean placedBefore = keep(stored).filter(b -> b.state().placed()).isPresent();
        if (now.state().placed() && !placedBefore && !isTried(now)) {
            placement.occupied(now.droplet());
        }
        return true;
    }

    /** Whether an attempt holds the instance's slot. */
    private boolean isTried(Instance i) {
        return attempts.values().stream()
                .anyMatch(a -> a.instance().equals(i.id()) && a.droplet().equals(i.droplet()));
    }

    synchronized void forget(String id) {
        Stored gone = instances.remove(id);
        if (gone != null) {
            text -= length(gone.instance());
            byToken.computeIfPresent(gone.instance().clientToken(), (token, ids) -> {
                ids.remove(id);
                return ids.isEmpty() ? null : ids;
            });
        }
    }

    /** The slot has been taken for it before. */
    synchronized void begin(Attempt attempt) {
        attempts.put(attempt.name(), attempt);
    }

    /** Its instance is on the droplet, and keeps the slot. */
    synchronized void becameInstance(String attempt) {
        over(attempt);
    }

    /** Nothing of it is on the droplet. */
    synchronized void settle(String attempt) {
        over(attempt).ifPresent(a -> placement.released(a.droplet()));
    }

    private Optional<Attempt> over(String attempt) {
        Optional<Attempt> over = Optional.ofNullable(attempts.remove(attempt));
        over.filter(a -> givenUp.remove(a.name())).ifPresent(a -> placement.settled(a.droplet()));
        return over;
    }

    /** @return whether it is still open, and not given up before */
    synchronized boolean giveUp(String name) {
        Attempt attempt = attempts.get(name);
        boolean first = attempt != null && givenUp.add(name);
        if (attempt != null && first) {
            placement.doubtful(attempt.droplet());
        }
        return first;
    }

    synchronized boolean isOpen(String attempt) {
        return attempts.containsKey(attempt);
    }

    synchronized List<Attempt> attempts() {
        return List.copyOf(attempts.values());
    }

    synchronized List<Attempt> inherited() {
        return inherited;
    }

    synchronized Optional<Stored> stored(String id) {
        return Optional.ofNullable(instances.get(id));
    }

    /** 0 if there is none. */
    long version(String id) {
        return stored(id).map(Stored::version).orElse(0L);
    }

    /** Forgets some that ended before, and whose end the Network Manager knows. */
    List<Change> over(Instant before, int max) {
        return all().stream()
                .filter(i -> isOver(i, before))
                .limit(max)
                .<Change>map(i -> new Change.Remove(i.id(), version(i.id())))
                .toList();
    }

    private static boolean isOver(Instance i, Instant before) {
        Instant end = i.life().endedAt();
        return end != null && end.isBefore(before) && i.life().told() == i.news();
    }

    Optional<Instance> find(String id) {
        return stored(id).map(Stored::instance);
    }

    /** In launch order. */
    synchronized List<Instance> all() {
        return instances.values().stream()
                .map(Stored::instance)
                .sorted(InstanceRows.IN_LAUNCH_ORDER)
                .toList();
    }

    synchronized List<String> launchedBy(LaunchSpec.ClientToken token) {
        return List.copyOf(byToken.getOrDefault(token.value(), Set.of()));
    }

    synchronized int count() {
        return instances.size();
    }

    /** Characters of all instances. */
    synchronized long text() {
        return text;
    }

    /** After a change of the table. */
    synchronized Optional<Instance> apply(Change change) {
        return switch (change) {
            case Change.Put put -> keep(new Stored(put.instance(), put.known() + 1));
            case Change.Remove remove -> {
                forget(remove.key());
                yield Optional.empty();
            }
            case Change.Begin begin -> {
                begin(begin.attempt());
                yield Optional.empty();
            }
            case Change.Placed placed -> {
                becameInstance(placed.key());
                yield Optional.empty();
            }
            case Change.GiveUp giveUp -> {
                giveUp(giveUp.key());
                yield Optional.empty();
            }
            case Change.Settle settle -> {
                settle(settle.key());
                yield Optional.empty();
            }
            case Change.Stock stock -> Optional.empty();
        };
    }

    private static int length(Instance i) {
        return length(i.kind(), i.launch().token());
    }

    static int length(LaunchSpec.Kind kind, LaunchSpec.ClientToken token) {
        return kind.length() + token.value().length() + token.fingerprint().length();
    }
}
