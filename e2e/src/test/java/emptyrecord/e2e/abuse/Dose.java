package emptyrecord.e2e.abuse;

/**
 * The amounts of scalable inputs.
 *
 * @param connections held at once to one service; services were ended by 577 and by 1,224
 * @param holdSeconds real time for which they are held
 * @param together whether all services get the same input at once
 */
record Dose(int connections, int holdSeconds, boolean together) {

    /** Longer than the region's time for a header or a body. */
    static final Dose WHOLE = new Dose(1300, 7, false);

    /** More connections than any service takes, for a moment: the kit's own tests cover the times. */
    static final Dose SHORT = new Dose(300, 1, true);
}
