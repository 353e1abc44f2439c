package emptyrecord.customers.core.stack;

/**
 * One way to build a client, with the settings that production has.
 *
 * @param name for metrics and settings, for example {@code sdk-legacy}
 * @param setting what is special about it, in words of its configuration
 * @param slo what its owner promised
 */
public record Stack(
        String name,
        String setting,
        Target target,
        DnsPolicy dns,
        PoolPolicy pool,
        RetryPolicy retries,
        Shield shield,
        Slo slo) {

    Stack named(String other, String special) {
        return new Stack(other, special, target, dns, pool, retries, shield, slo);
    }

    Stack with(DnsPolicy other) {
        return new Stack(name, setting, target, other, pool, retries, shield, slo);
    }

    Stack with(PoolPolicy other) {
        return new Stack(name, setting, target, dns, other, retries, shield, slo);
    }

    Stack with(RetryPolicy other) {
        return new Stack(name, setting, target, dns, pool, other, shield, slo);
    }

    Stack with(Shield other) {
        return new Stack(name, setting, target, dns, pool, retries, other, slo);
    }

    Stack with(Slo other) {
        return new Stack(name, setting, target, dns, pool, retries, shield, other);
    }
}
