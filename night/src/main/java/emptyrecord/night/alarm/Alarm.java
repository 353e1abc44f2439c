package emptyrecord.night.alarm;

/**
 * An alarm that fires.
 *
 * @param subject canary, zone or service that it is about; empty where it is one for all
 */
public record Alarm(AlarmKind kind, String subject) {

    static Alarm of(AlarmKind kind) {
        return new Alarm(kind, "");
    }

    /** As Prometheus names it. */
    public String name() {
        return kind.title();
    }

    /** As a trainee refers to it. */
    public String id() {
        return subject.isEmpty() ? name() : name() + ":" + subject;
    }
}
