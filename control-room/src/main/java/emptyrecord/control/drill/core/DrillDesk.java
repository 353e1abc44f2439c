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
import java.util.function.UnaryOperator;

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
    private final List<DrillLine> log = new ArrayList<>();
    private final Map<String, Double> unread = new LinkedHashMap<>();
    private double now;
    private double pageCanComeSince = Double.NaN;
    private double paged = Double.NaN;
    private int hints;
    private int news;
    private boolean ended;

    private final List<AlarmSeen> alarmsSeen = new ArrayList<>();

    public DrillDesk(DrillCard card, boolean inhibit) {
        this.card = card;
        this.alarms = new AlarmWatch(inhibit);
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
        now = minute;
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
            add(Kind.NEWS, card.injects().get(news++).text(), Map.of());
        }
    }

    private void page(double minute) {
        boolean possible = !isPaged() && !Double.isNaN(pageCanComeSince);
        boolean heard = !alarms.firing().isEmpty() || !impact.well();
        if (possible && (heard || minute - pageCanComeSince >= PAGE_LATEST)) {
            paged = minute;
            add(Kind.PAGE, card.page(), Map.of());
        }
    }

    private void tell(AlarmWatch.Change change) {
        String id = change.alarm().id();
        if (change.on()) {
            unread.put(id, now);
            alarmsSeen.add(new AlarmSeen(id, minuteNow(), null, null));
            add(Kind.ALARM, id, Map.of("alarm", change.alarm().name()));
        } else {
            change(id, a -> a.over(minuteNow()));
            add(Kind.ALARM_OVER, id, Map.of("alarm", change.alarm().name()));
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
        return log.stream()
                .filter(l -> l.kind() == Kind.INCIDENT || l.kind() == Kind.NO_INCIDENT)
                .findFirst()
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
        add(Kind.READ, id, Map.of("afterMinutes", Math.round((now - fired) * 10) / 10.0));
    }

    /** The next hint and what it costs. */
    public Hint hint() {
        ready();
        if (hints >= card.hints().size()) {
            throw new IllegalStateException("There are no more hints");
        }
        Hint hint = card.hints().get(hints++);
        add(Kind.HINT, hint.text(), Map.of("points", hint.points()));
        return hint;
    }

    /** The trainees declare whether this is an incident. */
    public void declare(boolean incident) {
        ready();
        add(incident ? Kind.INCIDENT : Kind.NO_INCIDENT, "", Map.of());
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
        add(Kind.HYPOTHESIS, text, Map.of("cause", cause));
    }

    public void acted(String operation, Map<String, Object> parameters) {
        add(Kind.ACTION, operation + (parameters.isEmpty() ? "" : " " + parameters), Map.of("operation", operation));
    }

    public void refused(String operation, String why) {
        add(Kind.ACTION_REFUSED, operation + ": " + why, Map.of("operation", operation));
    }

    /** Whether something may be done now. */
    public void ready() {
        if (ended) {
            throw new IllegalStateException("The drill is over");
        }
        if (!isPaged()) {
            throw new IllegalStateException("Nothing has happened yet; wait for the page");
        }
    }

    public void allClear() {
        ready();
        add(Kind.ALL_CLEAR, "", Map.of("customersWell", impact.well()));
    }

    public void end() {
        if (!ended) {
            add(Kind.ENDED, "", Map.of());
            ended = true;
        }
    }

    public boolean ended() {
        return ended;
    }

    public double minute() {
        return now;
    }

    public List<DrillLine> log() {
        return List.copyOf(log);
    }

    public CustomerImpact impact() {
        return impact;
    }

    public ScoreSheet score() {
        return Scoring.sheet(card, log, impact);
    }

    private double minuteNow() {
        return Math.round(now * 10) / 10.0;
    }

    private void add(Kind kind, String text, Map<String, Object> ids) {
        log.add(new DrillLine(minuteNow(), kind, text, ids));
    }
}
