package emptyrecord.control.drill.core;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The lines of a drill, oldest first, each with its incident minute; in a drill with roles also with who wrote it. */
final class DrillLog {

    /** More than a team of six writes in a night; a script that goes on for ever must not fill the heap. */
    private static final int THEIRS_MAX = 2000;

    private final List<DrillLine> lines = new ArrayList<>();
    private Consumer<DrillLine> kept = line -> {};
    private double now;
    private String author = "";
    private int theirs;

    /** From now on each line goes there before it counts; what is thrown there refuses the line. */
    void keep(Consumer<DrillLine> file) {
        kept = file;
    }

    void at(double minute) {
        now = minute;
    }

    /** Whose the next lines of trainees are; empty: nobody in particular. */
    void by(String who) {
        author = who;
    }

    double now() {
        return now;
    }

    /** To a tenth. */
    double minute() {
        return Math.round(now * 10) / 10.0;
    }

    void add(Kind kind, String text, Map<String, Object> ids) {
        Map<String, Object> all = new HashMap<>(ids);
        if (kind.isTheirs() && !author.isEmpty()) {
            all.put(DrillLine.BY, author);
        }
        DrillLine line = new DrillLine(minute(), kind, text, all);
        kept.accept(line);
        theirs += kind.isTheirs() ? 1 : 0;
        lines.add(line);
    }

    /** @throws IllegalStateException when trainees have written all that fits */
    void needRoom() {
        if (theirs >= THEIRS_MAX) {
            throw new IllegalStateException("The drill's log has " + THEIRS_MAX + " lines of its trainees and is full");
        }
    }

    /** The first declaration, which is the one that counts. */
    Optional<DrillLine> declared() {
        return lines.stream()
                .filter(l -> l.kind() == Kind.INCIDENT || l.kind() == Kind.NO_INCIDENT)
                .findFirst();
    }

    List<DrillLine> lines() {
        return List.copyOf(lines);
    }
}
