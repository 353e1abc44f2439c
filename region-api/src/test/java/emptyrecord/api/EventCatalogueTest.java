package emptyrecord.api;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private static Event event(String kind, Map<String, Object> ids) {
        return new Event(1, Instant.EPOCH, null, "dns-enactor-a", kind, ids);
    }

    @Test
    void aConstantIsNamedLikeItsWord() {
        assertThat(Arrays.stream(EventKind.values()).filter(k -> k != EventKind.OTHER))
                .allSatisfy(kind -> assertThat(kind.word())
                        .isEqualTo(kind.name().toLowerCase().replace('_', '-')));
        assertThat(EventId.values())
                .allSatisfy(id -> assertThat(id.key().toLowerCase())
                        .isEqualTo(id.name().toLowerCase().replace("_", "")));
    }

    @Test
    void aKindIsFoundByItsWord() {
        assertThat(EventKind.of("plan-flipped")).isEqualTo(EventKind.PLAN_FLIPPED);
        assertThat(EventKind.of("made-up-by-a-scenario")).isEqualTo(EventKind.OTHER);
        assertThat(EventKind.PLAN_FLIPPED.is(event("plan-flipped", Map.of()))).isTrue();
        assertThat(EventKind.PLAN_FLIPPED.is(event("plan-picked", Map.of()))).isFalse();
    }

    @Test
    void idsAreReadWhateverIsMissing() {
        Event flip = event("plan-flipped", Map.of("plan", 145, "endpoint", "regional"));
        assertThat(EventId.PLAN.number(flip, 0)).isEqualTo(145);
        assertThat(EventId.ACTIVE_BEFORE.number(flip, -1)).isEqualTo(-1);
        assertThat(EventId.ENDPOINT.number(flip, 0)).isEqualTo(0);
        assertThat(EventId.ENDPOINT.text(flip, "")).isEqualTo("regional");
        assertThat(EventId.REASON.text(flip, "none")).isEqualTo("none");
        assertThat(EventId.first(flip, EventId.ZONE, EventId.ENDPOINT)).contains("regional");
        assertThat(EventId.keys(Map.of(EventId.PLAN, 145))).isEqualTo(Map.of("plan", 145));
    }
}
