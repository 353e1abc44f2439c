package emptyrecord.lab.race;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.race.core.Move;
import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import emptyrecord.race.core.SteppedRegion.Harm;
import emptyrecord.race.search.ScheduleShrinker;
import emptyrecord.race.search.Search;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searches and replays schedules on the real cores in this process; needs no region. */
public final class RaceSimulator {

    /** Moves of a random schedule for each generation of the clean-up age: our choice, most seeds of the night fail. */
    private static final int MOVES_PER_GENERATION = 40;

    private static final int MOVES_AT_LEAST = 100;

    private final Setup setup;
    private final PrintWriter out;

    public RaceSimulator(Setup setup, PrintWriter out) {
        this.setup = setup;
        this.out = out;
    }

    /** Exit status: found, or {@link ExitStatus#NEVER_EMPTY}. */
    public int search(long from, int seeds) {
        int moves =
                (int) Math.min(Schedule.MOVES_MAX, Math.max(MOVES_AT_LEAST, MOVES_PER_GENERATION * setup.cleanUpAge()));
        Optional<Search.Found> found = new Search(setup, moves).first(Harm.Kind.EMPTY, from, seeds);
        if (found.isEmpty()) {
            out.printf(
                    "none of %d random schedules of %d moves (seeds %d to %d) emptied the record, %s%n",
                    seeds, moves, from, from + seeds - 1, set());
            return ExitStatus.NEVER_EMPTY;
        }
        Search.Found failing = found.get();
        out.printf(
                "seed %d: the record is empty after %d moves, %s%n",
                failing.seed(), failing.schedule().length(), set());
        Schedule shortest = new ScheduleShrinker(setup, Harm.Kind.EMPTY).shortest(failing.schedule());
        out.printf(
                "shrunk to %d moves, %d steps as F40 counts them:%n%n  %s%n%n",
                shortest.length(), shortest.stepsOfF40(), shortest);
        tell(shortest);
        out.printf("%nStep it: ./lab race --schedule \"%s\"%s%n", shortest, options());
        return ExitStatus.OK;
    }

    private void tell(Schedule shortest) {
        SteppedRegion region = new SteppedRegion(setup);
        int number = 0;
        for (Move move : shortest.moves()) {
            out.println(line(++number, move, region.move(move)));
        }
        region.view().lines().forEach(out::println);
    }

    /** F38: c loses the lock while plans pass, a applies a new one, b is about to install the next, c wins at last. */
    public static Schedule ofTheNight() {
        return Schedule.parse(
                "c:pick,c:lose*3,p:plan*9,a:pick,a:lock,a:flip,p:plan,b:pick,c:lock,a:clean,c:flip,a:delete,"
                        + "b:lock,b:flip");
    }

    /** Steps through a schedule, one screen a move; runs of the same move are one step. */
    public int step(Schedule schedule, StepPresenter stage) {
        SteppedRegion region = new SteppedRegion(setup);
        stage.show("Plan 1 is written, applied nowhere; " + set(), region.view().lines());
        int number = 0;
        for (List<Move> same : runs(schedule)) {
            Move move = same.getFirst();
            stage.next(move + (same.size() > 1 ? "*" + same.size() : "") + ", "
                    + move.verb().meaning());
            List<String> told = List.of();
            int harmsBefore = region.harms().size();
            for (Move one : same) {
                told = make(region, one);
                number++;
            }
            List<String> lines = new ArrayList<>(region.view().lines());
            lines.addAll(harmsSince(region, harmsBefore));
            stage.show(line(number, move, told), lines);
        }
        return ExitStatus.OK;
    }

    private static List<List<Move>> runs(Schedule schedule) {
        List<List<Move>> runs = new ArrayList<>();
        for (Move move : schedule.moves()) {
            if (runs.isEmpty() || !runs.getLast().getFirst().equals(move)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(move);
        }
        return runs;
    }

    /** Prints the schedule and the state after each move. */
    public int replay(Schedule schedule) {
        out.println(schedule);
        out.println();
        SteppedRegion region = new SteppedRegion(setup);
        out.printf("%d moves, %s; plan 1 is written, applied nowhere%n", schedule.length(), set());
        int number = 0;
        for (Move move : schedule.moves()) {
            int harmsBefore = region.harms().size();
            out.println();
            out.println(line(++number, move, make(region, move)));
            region.view().lines().forEach(out::println);
            harmsSince(region, harmsBefore).forEach(out::println);
        }
        return ExitStatus.OK;
    }

    /** With a guard on, a move of the night may be impossible; that is the desired effect. */
    private List<String> make(SteppedRegion region, Move move) {
        if (setup.guards().isEmpty() || region.can(move)) {
            return region.move(move);
        }
        return List.of("cannot " + move.verb().wireName() + ": it stands at " + region.stands(move.actor()));
    }

    private static String line(int number, Move move, List<String> told) {
        return String.format("%3d  %-9s %s %s", number, move, move.actor().letter(), String.join("; ", told));
    }

    private static List<String> harmsSince(SteppedRegion region, int before) {
        return region.harms().stream()
                .skip(before)
                .map(harm -> switch (harm.kind()) {
                    case EMPTY -> "  *** the name exists and answers with nothing: NOERROR, ANSWER: 0 (F2, F38)";
                    case STALE -> "  *** an older plan is live in the place of a newer one";
                })
                .toList();
    }

    private String set() {
        return "clean-up age " + setup.cleanUpAge() + ", "
                + (setup.guards().isEmpty() ? "the night's settings" : "guards " + setup.guards());
    }

    private String options() {
        StringBuilder options = new StringBuilder();
        setup.guards().forEach(guard -> options.append(" --guard ").append(guard));
        if (setup.cleanUpAge() != Setup.NIGHTS_AGE) {
            options.append(" --age ").append(setup.cleanUpAge());
        }
        return options.toString();
    }
}
