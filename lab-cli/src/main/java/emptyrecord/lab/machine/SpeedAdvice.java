package emptyrecord.lab.machine;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Whether the CPU that can be had is enough for a speed, and which slower one will do.
 *
 * @param speed incident seconds per real second
 * @param needed cores that the region takes at it
 * @param available cores that it can have
 * @param willDo fastest of the usual slower speeds that is enough for; empty when none is
 */
public record SpeedAdvice(double speed, double needed, double available, OptionalInt willDo) {

    public static SpeedAdvice of(double speed, double available) {
        OptionalInt willDo = CpuDemand.SPEEDS.stream()
                .mapToInt(Integer::intValue)
                .filter(s -> s < speed && CpuDemand.cores(s) <= available)
                .findFirst();
        return new SpeedAdvice(speed, CpuDemand.cores(speed), available, willDo);
    }

    public boolean tooBusy() {
        return needed > available;
    }

    /** One sentence; of a machine that is not too busy, that. */
    public String words() {
        String at = speed == Math.rint(speed) ? String.valueOf((long) speed) : String.valueOf(speed);
        String figures = String.format(Locale.ROOT, "it takes %.1f cores, about %.1f can be had", needed, available);
        if (!tooBusy()) {
            return "this machine keeps up with speed " + at + ": " + figures;
        }
        return "this machine is too busy for speed " + at + " (" + figures + "); "
                + (willDo.isPresent() ? willDo.getAsInt() + " will do" : "no usual speed will do: stop what else runs");
    }
}
