package emptyrecord.route53.core;

/**
 * The place of a record set among those of the same name and type.
 *
 * @param setIdentifier distinguishes it from its siblings, 1 to 128 characters
 * @param weight 0 to 255; its share is weight / sum of weights; when all are 0, all are alike
 */
public record Weighted(String setIdentifier, int weight) {
    public Weighted {
        checkIdentifier(setIdentifier);
        if (weight < 0 || weight > 255) {
            throw new IllegalArgumentException("Weight must lie between 0 and 255, not " + weight);
        }
    }

    static void checkIdentifier(String setIdentifier) {
        if (setIdentifier.isEmpty() || setIdentifier.length() > 128) {
            throw new IllegalArgumentException("SetIdentifier must have 1 to 128 characters");
        }
    }
}
