package emptyrecord.night.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.testkit.PlayedRun;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A night that was played holds nothing but events of the catalogue; its file is the wire form. */
class RecordedEventsTest {

    @Test
    void everyRecordedKindIsInTheCatalogue() {
        assertThat(PlayedRun.events())
                .hasSizeGreaterThan(1000)
                .allSatisfy(e -> assertThat(EventKind.of(e)).as(e.kind()).isNotEqualTo(EventKind.OTHER));
    }

    /** An operator's action has its operation's parameters, too. */
    @Test
    void everyRecordedIdIsOneOfItsKind() {
        assertThat(PlayedRun.events())
                .filteredOn(e -> !EventKind.OPERATOR_ACTION.is(e))
                .allSatisfy(e -> assertThat(keys(EventKind.of(e))).as(e.kind()).containsAll(ids(e)));
    }

    private static Set<String> ids(Event event) {
        return event.ids().keySet();
    }

    private static Set<String> keys(EventKind kind) {
        return kind.ids().stream().map(EventId::key).collect(Collectors.toSet());
    }
}
