package emptyrecord.control.drill;

import java.util.List;

/**
 * The words of a debrief, as {@code drill/debrief.html} shows them: plain text, which the template escapes.
 *
 * @param lost customer minutes, with those of each canary
 * @param log the team's drill, in order of time
 * @param roles one part in a drill with roles, none in one without
 */
record DebriefView(
        String team,
        String scenario,
        String what,
        int points,
        int most,
        List<Part> score,
        String lost,
        String telling,
        CurveView curve,
        List<Line> log,
        List<Roles> roles,
        List<Moment> aws,
        List<Saving> guards) {

    /**
     * A part of the score.
     *
     * @param after minutes after the page; empty where there is no time to it
     */
    record Part(String name, String after, int points, int most, String note) {}

    /** @param kind the line's style class */
    record Line(String kind, String minute, String words, String text) {}

    /** The roles' part: who did what, and how the team talked. */
    record Roles(List<Person> people, List<Update> updates, List<Asked> questions, List<Said> decisions) {}

    record Person(String role, String did) {}

    /**
     * A status update, or one that was missed.
     *
     * @param minute empty where none was sent
     * @param due empty where none was due
     */
    record Update(String minute, String due, String verdict, String template, String text) {}

    /** @param answered the minute; empty: never */
    record Asked(String minute, String who, String text, String due, String answered, String verdict, String answer) {}

    record Said(String minute, String role, String words, String text) {}

    record Moment(String minute, String fact, String account) {}

    record Saving(String name, String saves, String known) {}
}
