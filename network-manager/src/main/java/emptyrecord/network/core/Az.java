package emptyrecord.network.core;

/**
 * An Availability Zone.
 *
 * @param name for example {@code us-east-1a}
 */
public record Az(String name) {

    @Override
    public String toString() {
        return name;
    }
}
