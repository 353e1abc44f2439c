package emptyrecord.route53.core.health;

/**
 * What one checker thinks of an endpoint. A number of equal results in a row changes its mind, in either direction.
 *
 * @param healthy the opinion
 * @param against results in a row that contradict it
 */
public record Opinion(boolean healthy, int against) {

    /** Of a new health check: healthy until there is enough data. */
    public static final Opinion NEW = new Opinion(true, 0);

    /** @param threshold results in a row that are needed */
    public Opinion after(boolean passed, int threshold) {
        if (passed == healthy) {
            return new Opinion(healthy, 0);
        }
        return against + 1 >= threshold ? new Opinion(passed, 0) : new Opinion(healthy, against + 1);
    }

    /** More than 18 % of the checkers must be of this opinion (Developer Guide, "How Route 53 determines ..."). */
    public static boolean isHealthy(Iterable<Opinion> all) {
        int checkers = 0;
        int healthy = 0;
        for (Opinion opinion : all) {
            checkers++;
            healthy += opinion.healthy() ? 1 : 0;
        }
        return healthy * 100 > 18 * checkers;
    }
}
