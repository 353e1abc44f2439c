package emptyrecord.control.drill.core;

import emptyrecord.api.Event;
import emptyrecord.api.drill.AlarmSeen;
import emptyrecord.api.drill.Declaring;
import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import emptyrecord.api.drill.Hint;
import emptyrecord.api.drill.ScoreSheet;
import emptyrecord.night.alarm.Alarm;
import emptyrecord.night.alarm.AlarmWatch;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.Cause;
import emptyrecord.scenario.DrillCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A drill as it goes: the messages to the trainees, their notes and actions, line by line with their minute. It knows
 * the scenario's card, never its faults.
 */
public final class DrillDesk {

    /** The page comes with the first alarm or the first trouble of customers, and after so long at the latest (our choice). */
    private static final double PAGE_LATEST = 15;

    private final DrillCard card;
    private final AlarmWatch alarms;
    private final CustomerImpact impact = new CustomerImpact();
    private final DrillLog log = new DrillLog();
    private final Optional<TeamDesk> team;
    private final Map<String, Double> unread = new LinkedHashMap<>();
    private double pageCanComeSince = Double.NaN;
    private double paged = Double.NaN;
    private int hints;
    private int news;
    private boolean ended;

    private final List<AlarmSeen> alarmsSeen = new ArrayList<>();

    /** A drill without roles. */
    public DrillDesk(DrillCard card, boolean inhibit) {
        this(card, inhibit, Optional.empty());
    }

    /** @param rules of a drill with roles; empty: one page may do all */
    public DrillDesk(DrillCard card, boolean inhibit, Optional<TeamRules> rules) {
        this.card = card;
        this.alarms = new AlarmWatch(inhibit);
        this.team = rules.map(r -> new TeamDesk(log, r, card.demands()));
    }

    /**
     * Keeps each line of the drill from now on, before it is acknowledged.
     *
     * @param file what it throws refuses the line
     */
    public void keep(Consumer<DrillLine> file) {
        log.keep(file);
    }

    /**
     * An observation of the region.
     *
     * @param minute since the scenario's method began
     * @param fresh events since the last observation
     * @param pageCanCome whether the step is done after which the page can come
     */
    public void see(double minute, Sample sample, List<Event> fresh, boolean pageCanCome) {
        if (ended) {
            return;
        }
        log.at(minute);
        impact.see(minute, sample);
        List<AlarmWatch.Change> changes = alarms.see(minute, sample, fresh);
        if (pageCanCome && Double.isNaN(pageCanComeSince)) {
            pageCanComeSince = minute;
        }
        page(minute);
        changes.forEach(this::tell);
        while (isPaged()
                && news < card.injects().size()
                && minute - paged >= card.injects().get(news).atMinutes()) {
            log.add(Kind.NEWS, card.injects().get(news++).text(), Map.of());
        }
        if (isPaged()) {
            team.ifPresent(t -> t.see(minute - paged, sample));
        }
    }

    private void page(double minute) {
        boolean possible = !isPaged() && !Double.isNaN(pageCanComeSince);
        boolean heard = !alarms.firing().isEmpty() || !impact.well();
        if (possible && (heard || minute - pageCanComeSince >= PAGE_LATEST)) {
            paged = minute;
            log.add(Kind.PAGE, card.page(), Map.of());
            team.ifPresent(TeamDesk::paged);
        }
    }

    private void tell(AlarmWatch.Change change) {
        String id = change.alarm().id();
        if (change.on()) {
            unread.put(id, log.now());
            alarmsSeen.add(new AlarmSeen(id, minuteNow(), null, null));
            log.add(Kind.ALARM, id, Map.of("alarm", change.alarm().name()));
        } else {
            change(id, a -> a.over(minuteNow()));
            log.add(Kind.ALARM_OVER, id, Map.of("alarm", change.alarm().name()));
        }
    }

    public boolean isPaged() {
        return !Double.isNaN(paged);
    }

    /** Ids of the alarms that fire now. */
    public List<String> firing() {
        return alarms.firing().stream().map(Alarm::id).sorted().toList();
    }

    /** Changes the last alarm of that id. */
    private void change(String id, UnaryOperator<AlarmSeen> how) {
        for (int i = alarmsSeen.size() - 1; i >= 0; i--) {
            if (alarmsSeen.get(i).id().equals(id)) {
                alarmsSeen.set(i, how.apply(alarmsSeen.get(i)));
                return;
            }
        }
    }

    /** All alarms that have fired, in the order in which they came. */
    public List<AlarmSeen> alarmsSeen() {
        return List.copyOf(alarmsSeen);
    }

    /** The first declaration, and the rule that decides its points. */
    public Declaring declaring() {
        return log.declared()
                .map(l -> new Declaring(Scoring.DETECT_RULE, l.kind() == Kind.INCIDENT, l.minute()))
                .orElseGet(() -> new Declaring(Scoring.DETECT_RULE, null, null));
    }

    /** An alarm is read: from now on its id counts as read. */
    public void read(String id) {
        ready();
        Double fired = unread.get(id);
        if (fired == null) {
            throw new IllegalArgumentException("No alarm '" + id + "' has fired; there are " + unread.keySet());
        }
        change(id, a -> a.read(minuteNow()));
        log.add(Kind.READ, id, Map.of("afterMinutes", Math.round((log.now() - fired) * 10) / 10.0));
    }

    /** The next hint and what it costs. */
    public Hint hint() {
        ready();
        if (hints >= card.hints().size()) {
            throw new IllegalStateException("There are no more hints");
        }
        Hint hint = card.hints().get(hints++);
        log.add(Kind.HINT, hint.text(), Map.of("points", hint.points()));
        return hint;
    }

    /** The trainees declare whether this is an incident. */
    public void declare(boolean incident) {
        declare(incident, null);
    }

    /** @param severity 1 to 3, in a drill with roles; null: as it is */
    public void declare(boolean incident, @Nullable Integer severity) {
        ready();
        if (severity != null && team.isEmpty()) {
            throw new IllegalArgumentException("Only a drill with roles has severities; leave it out");
        }
        Map<String, Object> ids = team.map(t -> t.declared(incident, severity)).orElseGet(Map::of);
        log.add(incident ? Kind.INCIDENT : Kind.NO_INCIDENT, "", ids);
    }

    /**
     * The desk for the one who asks: lines of trainees bear that name until somebody else asks.
     *
     * @param who a role's name; empty in a drill without roles
     */
    public DrillDesk as(String who) {
        log.by(team.isPresent() ? who : "");
        return this;
    }

    /**
     * The part of a drill with roles, to do something now.
     *
     * @throws IllegalStateException if it has none, or before the page and after the end
     */
    public TeamDesk team() {
        TeamDesk desk = team.orElseThrow(() -> new IllegalStateException(
                "This drill has no roles, so it has no notes, status updates and stakeholders; end it and start another"
                        + " with roles"));
        ready();
        return desk;
    }

    /** Whether, and how, it has roles. */
    public Optional<TeamDesk> roles() {
        return team;
    }

    /**
     * @param cause a label of {@link Cause}
     * @param text in the trainees' words
     */
    public void hypothesis(String cause, String text) {
        ready();
        if (!Cause.labels().contains(cause)) {
            throw new IllegalArgumentException("There is no cause '" + cause + "'; there are " + Cause.labels());
        }
        log.add(Kind.HYPOTHESIS, Words.maybe("a hypothesis", text), Map.of("cause", cause));
    }

    public void acted(String operation, Map<String, Object> parameters) {
        log.add(
                Kind.ACTION,
                operation + (parameters.isEmpty() ? "" : " " + parameters),
                Map.of("operation", operation));
    }

    public void refused(String operation, String why) {
        log.add(Kind.ACTION_REFUSED, operation + ": " + why, Map.of("operation", operation));
    }

    /** Whether something may be done now. */
    public void ready() {
        if (ended) {
            throw new IllegalStateException("The drill is over");
        }
        if (!isPaged()) {
            throw new IllegalStateException("Nothing has happened yet; wait for the page");
        }
        log.needRoom();
    }

    public void allClear() {
        ready();
        log.add(Kind.ALL_CLEAR, "", Map.of("customersWell", impact.well()));
    }

    public void end() {
        if (!ended) {
            log.add(Kind.ENDED, "", Map.of());
            ended = true;
        }
    }

    public boolean ended() {
        return ended;
    }

    public double minute() {
        return log.now();
    }

    public List<DrillLine> log() {
        return log.lines();
    }

    public CustomerImpact impact() {
        return impact;
    }

    public ScoreSheet score() {
        return Scoring.sheet(card, log.lines(), impact, team.isPresent());
    }

    private double minuteNow() {
        return log.minute();
    }
}
