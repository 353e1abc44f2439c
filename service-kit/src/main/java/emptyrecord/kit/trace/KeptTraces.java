package emptyrecord.kit.trace;

import java.util.SplittableRandom;

/** Decides which traces are kept, where they begin. The same seed keeps the same ones, counted in order. */
final class KeptTraces {

    private final double checks;
    private final SplittableRandom chance;

    /** @param checks share of the sampled ones, 0 to 1 */
    KeptTraces(double checks, SplittableRandom chance) {
        this.checks = checks;
        this.chance = chance;
    }

    /** @param linked whether it is linked to a kept trace */
    boolean keeps(SpanName name, boolean linked) {
        return switch (name.kept()) {
            case ALWAYS -> true;
            case SAMPLED -> draw() < checks;
            case INSIDE -> false;
            case LINKED -> linked;
        };
    }

    private synchronized double draw() {
        return chance.nextDouble();
    }
}
