package emptyrecord.control.drill.core;

/**
 * An alarm that fires.
 *
 * @param name as in Prometheus' rules
 * @param subject canary, zone or host that it is about; empty where it is one for all
 */
public record Alarm(String name, String subject) {

    /** As a trainee refers to it. */
    public String id() {
        return subject.isEmpty() ? name : name + ":" + subject;
    }
}
