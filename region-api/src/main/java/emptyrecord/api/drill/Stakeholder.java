package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;

/**
 * Somebody important who wants something now, one of {@code GET /drills/stakeholders}.
 *
 * @param name of the wire: {@code vice-president}
 * @param who as on the workshop's card
 * @param demand in their words
 * @param push what they say when no answer came; empty: they ask once
 * @param answerWithin incident minutes after which they expect to have an answer
 */
public record Stakeholder(String name, String who, String demand, String push, double answerWithin) {

    public Stakeholder {
        name = Absent.toEmpty(name);
        who = Absent.toEmpty(who);
        demand = Absent.toEmpty(demand);
        push = Absent.toEmpty(push);
    }
}
