package emptyrecord.kit.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A fault that can be injected, as a resource with a name. It only holds the state; one class in its service decorates a
 * port and asks it. Presenters pick named steps, not free numbers.
 *
 * <p>An injection has a lease: its injector may die or forget it, and then the service clears it itself
 * ({@code FaultLeases}). Two kinds: a level stays until it is cleared ({@link #magnitude()}), a counted one is used up
 * ({@link #takeOne}).
 */
public final class Fault {

    private final String name;
    private final String meaning;
    private final String unit;
    private final Range range;
    private final Map<String, Double> steps;
    private Optional<Set<String>> targets = Optional.of(Set.of());
    private @Nullable Injection injection;
    private long leasesExpired;

    /**
     * @param name for example {@code lose-lock}
     * @param meaning one sentence: what it does, and the fact it stands on
     * @param unit of the magnitude, for example {@code acquisitions}
     * @param range smallest and largest magnitude that is accepted
     * @param steps named magnitudes; the first one is the default
     */
    public Fault(String name, String meaning, String unit, Range range, Map<String, Double> steps) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("fault " + name + " needs at least one named step");
        }
        this.name = name;
        this.meaning = meaning;
        this.unit = unit;
        this.range = range;
        this.steps = new LinkedHashMap<>(steps);
    }

    /** Lets an injection be limited to one of these; without this call it is for the whole service. */
    public synchronized Fault aimedAt(Collection<String> those) {
        targets = Optional.of(new TreeSet<>(those));
        return this;
    }

    /** Lets an injection be limited to a name that is not known yet, such as an endpoint of a later plan. */
    public synchronized Fault aimedAtAnything() {
        targets = Optional.empty();
        return this;
    }

    /** Allowed targets of an injection; empty when they are not known. */
    public synchronized Optional<Set<String>> targets() {
        return targets.map(Set::copyOf);
    }

    /** The magnitudes a fault accepts, both ends included. */
    public record Range(double min, double max) {}

    /**
     * An injection.
     *
     * @param magnitude in the fault's unit
     * @param target what it is limited to (an endpoint, an address, a host), or empty for everything
     * @param since wall time
     * @param until wall time at which it clears itself unless its lease is renewed; empty: only its injector clears it
     */
    public record Injection(double magnitude, Optional<String> target, Instant since, Optional<Instant> until) {

        private Injection withMagnitude(double other) {
            return new Injection(other, target, since, until);
        }
    }

    public String name() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    public String unit() {
        return unit;
    }

    public Range range() {
        return range;
    }

    public Map<String, Double> steps() {
        return Map.copyOf(steps);
    }

    public double firstStep() {
        return steps.values().iterator().next();
    }

    /** Injects without a lease, until it is cleared. */
    public void inject(double magnitude, Optional<String> target, Instant now) {
        inject(new Injection(magnitude, target, now, Optional.empty()));
    }

    public synchronized void inject(Injection wanted) {
        double magnitude = wanted.magnitude();
        if (!(magnitude >= range.min() && magnitude <= range.max())) {
            throw new IllegalArgumentException("fault " + name + " takes a magnitude from " + range.min() + " to "
                    + range.max() + " " + unit + ", not " + magnitude);
        }
        wanted.target().ifPresent(this::requireTarget);
        injection = wanted;
    }

    private void requireTarget(String target) {
        if (targets.isEmpty() || targets.get().contains(target)) {
            return;
        }
        throw new IllegalArgumentException(
                targets.get().isEmpty()
                        ? "fault " + name + " is for the whole service; leave out the target"
                        : "fault " + name + " has no target '" + target + "'; it has " + targets.get());
    }

    /** Gives the fault a new lease if it is on, whatever the old one was; says whether it was on. */
    public synchronized boolean renew(Optional<Instant> until) {
        Injection on = injection;
        if (on != null) {
            injection = new Injection(on.magnitude(), on.target(), on.since(), until);
        }
        return on != null;
    }

    /** Puts the end of a lease off. */
    public synchronized void prolong(Duration by) {
        Injection on = injection;
        if (on != null) {
            injection = new Injection(
                    on.magnitude(), on.target(), on.since(), on.until().map(until -> until.plus(by)));
        }
    }

    /** Clears the fault if its lease has ended; says whether it had. */
    public synchronized boolean expire(Instant now) {
        boolean over = injection != null
                && injection.until().filter(until -> !until.isAfter(now)).isPresent();
        if (over) {
            injection = null;
            leasesExpired++;
        }
        return over;
    }

    /** How often a lease ended without being renewed, since the process started. */
    public synchronized long leasesExpired() {
        return leasesExpired;
    }

    public synchronized void clear() {
        injection = null;
    }

    public synchronized Optional<Injection> injection() {
        return Optional.ofNullable(injection);
    }

    /** The level now, if the fault is on and meant for {@code subject}. */
    public synchronized Optional<Double> magnitude(String subject) {
        return hits(subject).map(Injection::magnitude);
    }

    /** Uses up one of a counted fault if it is on and meant for {@code subject}; the last one clears it. */
    public synchronized boolean takeOne(String subject) {
        Optional<Injection> hit = hits(subject);
        hit.ifPresent(i -> injection = i.magnitude() <= 1 ? null : i.withMagnitude(i.magnitude() - 1));
        return hit.isPresent();
    }

    private Optional<Injection> hits(String subject) {
        return Optional.ofNullable(injection)
                .filter(i -> i.target().isEmpty() || i.target().get().equals(subject));
    }
}
