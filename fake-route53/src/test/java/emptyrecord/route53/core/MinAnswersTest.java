package emptyrecord.route53.core;

import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.accepted;
import static emptyrecord.route53.core.Batches.alias;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.delete;
import static emptyrecord.route53.core.Batches.txt;
import static emptyrecord.route53.core.Batches.upsert;
import static emptyrecord.route53.core.Batches.zone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MinAnswersTest {

    private static final Change CLEAN_UP = delete(a("plan-1.db.test", "10.0.0.1"));

    private static ZoneData live() {
        ZoneData plan = accepted(zone(), create(a("plan-1.db.test", "10.0.0.1")));
        return accepted(plan, create(alias("db.test", "plan-1.db.test")));
    }

    private static List<String> reasons(ZoneData before, Change... changes) {
        return MinAnswers.reasons(Zones.of(List.of(before)), accepted(before, changes));
    }

    @Test
    void cleaningUpTheActivePlanIsRefused() {
        assertThat(reasons(live(), CLEAN_UP)).singleElement().asString().contains("db.test.", "without addresses");
        assertThat(reasons(live(), delete(alias("db.test", "plan-1.db.test")))).hasSize(1);
    }

    @Test
    void whatLeavesAddressesPasses() {
        assertThat(reasons(live(), create(a("plan-2.db.test", "10.0.0.2")))).isEmpty();
        assertThat(reasons(
                        live(),
                        create(a("plan-2.db.test", "10.0.0.2")),
                        upsert(alias("db.test", "plan-2.db.test")),
                        CLEAN_UP))
                .isEmpty();
    }

    @Test
    void anEndpointThatIsEmptyAlreadyCanBeRepairedInSteps() {
        ZoneData empty = accepted(live(), CLEAN_UP);
        assertThat(reasons(empty, create(txt("_lock.db.test", "holder=a")))).isEmpty();
        assertThat(reasons(empty, create(a("plan-2.db.test", "10.0.0.2")))).isEmpty();
    }

    @Test
    void anEndpointIsSeenThroughAnotherZone() {
        ZoneData leaf = accepted(zone(), create(a("plan-1.db.test", "10.0.0.1")));
        ZoneData apex = ZoneData.create("Z02", "front.test", 900);
        BatchResult.Accepted pointed = (BatchResult.Accepted)
                Batches.batch(create(RecordSetSpec.ofAlias("front.test", "A", Batches.ID, "plan-1.db.test")))
                        .applyTo(Zones.of(List.of(leaf, apex)), apex);

        assertThat(MinAnswers.reasons(Zones.of(List.of(leaf, pointed.next())), accepted(leaf, CLEAN_UP)))
                .singleElement()
                .asString()
                .contains("front.test.");
    }
}
