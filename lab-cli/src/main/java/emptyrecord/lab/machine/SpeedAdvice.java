package emptyrecord.lab.machine;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Whether the available CPU is enough for a speed, and which slower speed is possible.
 *
 * @param speed incident seconds per real second
 * @param needed cores that the region takes at it
 * @param available cores that it can have
 * @param willDo fastest of the usual slower speeds that is enough for; empty when none is
 */
public record SpeedAdvice(double speed, double needed, double available, OptionalInt willDo) {

    /** @param measured cores; a measurement is accurate to a tenth at best, so it is rounded */
    public static SpeedAdvice of(double speed, double measured) {
        double available = Math.round(measured * 10) / 10.0;
        OptionalInt willDo = CpuDemand.SPEEDS.stream()
                .mapToInt(Integer::intValue)
                .filter(s -> s < speed && CpuDemand.cores(s) <= available)
                .findFirst();
        return new SpeedAdvice(speed, CpuDemand.cores(speed), available, willDo);
    }

    public boolean tooBusy() {
        return needed > available;
    }

    /** One sentence, also when the machine is not too busy. */
    public String words() {
        String at = speed == Math.rint(speed) ? String.valueOf((long) speed) : String.valueOf(speed);
        String figures = String.format(Locale.ROOT, "it takes %.1f cores, about %.1f can be had", needed, available);
        if (!tooBusy()) {
            return "this machine keeps up with speed " + at + ": " + figures;
        }
        return "this machine is too busy for speed " + at + " (" + figures + "); "
                + (willDo.isPresent() ? willDo.getAsInt() + " works" : "no supported speed works: stop other programs");
    }
}
