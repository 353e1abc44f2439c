package emptyrecord.customers.client.shield;

/**
 * What an action got.
 *
 * @param text the item's value
 * @param stale whether it is an old one from a cache
 */
public record Value(String text, boolean stale) {

    public static Value fresh(String text) {
        return new Value(text, false);
    }
}
