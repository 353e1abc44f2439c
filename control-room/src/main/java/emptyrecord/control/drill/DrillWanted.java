package emptyrecord.control.drill;

import emptyrecord.api.drill.DrillRequest;
import emptyrecord.control.drill.core.TeamRules;
import emptyrecord.scenario.reader.DrillKit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request for a drill that can be met, with its defaults filled in.
 *
 * @param minutes incident minutes after which it ends by itself
 */
record DrillWanted(String scenario, String team, boolean inhibit, double minutes, boolean roles, boolean approval) {

    private static final Pattern TEAM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,39}");
    private static final double MINUTES = 480;
    private static final double MINUTES_MIN = 10;
    private static final double MINUTES_MAX = 2000;

    /** @throws IllegalArgumentException says what is wrong with it */
    static DrillWanted of(DrillRequest request, Iterable<String> scenarios) {
        String team = Optional.ofNullable(request.team()).orElse("team");
        if (!TEAM.matcher(team).matches()) {
            throw new IllegalArgumentException("A team's name is up to 40 letters, digits, blanks, _ and -");
        }
        String scenario = request.scenario();
        if (scenario == null) {
            throw new IllegalArgumentException("Give a scenario; there are " + scenarios);
        }
        double minutes = Optional.ofNullable(request.minutes()).orElse(MINUTES);
        if (!(minutes >= MINUTES_MIN && minutes <= MINUTES_MAX)) {
            throw new IllegalArgumentException("minutes must lie between 10 and 2000");
        }
        boolean roles = isOn(request.roles());
        if (isOn(request.approval()) && !roles) {
            throw new IllegalArgumentException("Approval needs a commander: ask for roles, too");
        }
        return new DrillWanted(scenario, team, isOn(request.inhibit()), minutes, roles, isOn(request.approval()));
    }

    private static boolean isOn(@Nullable Boolean asked) {
        return Boolean.TRUE.equals(asked);
    }

    /** Of a drill with roles; empty: one page may do all. */
    Optional<TeamRules> rules() {
        return roles
                ? Optional.of(new TeamRules(approval, DrillKit.stakeholders(), DrillKit.updates()))
                : Optional.empty();
    }
}
