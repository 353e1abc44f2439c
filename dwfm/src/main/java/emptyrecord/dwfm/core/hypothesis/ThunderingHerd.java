package emptyrecord.dwfm.core.hypothesis;

import emptyrecord.dwfm.core.retry.Duplicates;
import java.time.Duration;

/**
 * F52, second reading: every attempt also calls something downstream at once, which serves only what the workers' rate
 * needs. Offered more, it slows down by {@code offered / (A W / Se)}; beyond {@code A / Se} times its capacity every
 * answer comes after the deadline. There is no stale work: the herd itself keeps the overload up.
 */
public record ThunderingHerd() implements Hypothesis {

    @Override
    public Duration cost(Duration service, Load load) {
        double overload = load.offeredWithinDeadline() / load.parameters().attemptsWithinDeadline();
        return Duration.ofNanos(Math.round(service.toNanos() * Math.max(1, overload)));
    }

    @Override
    public Duplicates duplicates() {
        return new Duplicates.RefreshWaiting();
    }
}
