package emptyrecord.control.playback.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.page.Frame;
import emptyrecord.control.page.core.Finding;
import emptyrecord.control.page.core.Place;
import emptyrecord.control.watch.core.DeskNote;
import emptyrecord.control.watch.core.DnsProbe;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.judge.Run;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A recorded run becomes the frames that the live page had. */
class RecorderTest {

    private static final String ZONE = Nights.settings().regionalName();

    private final List<Event> events = new ArrayList<>(Nights.events());

    private void happens(double t, String service, EventKind kind, Map<EventId, Object> ids) {
        events.add(new Event(1_000 + events.size(), Nights.wall(t), null, service, kind.word(), EventId.keys(ids)));
    }

    private Recording recorded(Extras extras) {
        List<Event> sorted =
                events.stream().sorted((a, b) -> a.wall().compareTo(b.wall())).toList();
        return Recorder.record(new Run(Nights.settings(), sorted, Nights.good().samples()), extras, true);
    }

    private static Frame at(Recording recording, double tPlus) {
        return recording.frames().stream()
                .filter(f -> f.tPlus() != null && f.tPlus() <= tPlus)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static Scene.Enactor enactor(Recording recording, double tPlus, int n) {
        return at(recording, tPlus).scene().enactors().get(n);
    }

    @Test
    void anEnactorHoldsThePlanThatItPickedUntilItsPassIsOver() {
        happens(10, "dns-enactor-b", EventKind.PLAN_PICKED, Map.of(EventId.PLAN, 40));
        happens(12, "dns-enactor-b", EventKind.LOCK_LOST, Map.of(EventId.PLAN, 40, EventId.ATTEMPT, 3));
        happens(20, "dns-enactor-b", EventKind.PASS_FINISHED, Map.of(EventId.PLAN, 40));
        Recording recording = recorded(Extras.NONE);

        assertThat(enactor(recording, 9, 1).holding()).isNull();
        assertThat(enactor(recording, 15, 1).holding()).isEqualTo(40);
        assertThat(enactor(recording, 15, 1).attempt()).isEqualTo(3);
        assertThat(enactor(recording, 25, 1).holding()).isNull();
        assertThat(enactor(recording, 25, 1).lastApplied()).isEqualTo(40);
    }

    @Test
    void anApexWhoseTreeIsDeletedDanglesAndTheEnactorsAreTheCause() {
        happens(200, "dns-enactor-a", EventKind.PLAN_FLIPPED, Map.of(EventId.PLAN, 77, EventId.ZONE, ZONE));
        happens(210, "dns-enactor-c", EventKind.PLAN_CLEANED, Map.of(EventId.PLAN, 77, EventId.ZONE, ZONE));
        Recording recording = recorded(Extras.NONE);

        assertThat(zone(recording, 205).treeThere()).isTrue();
        assertThat(zone(recording, 215).activePlan()).isEqualTo(77);
        assertThat(zone(recording, 215).treeThere()).isFalse();
        assertThat(at(recording, 215).findings())
                .filteredOn(f -> f.place() == Place.ENACTORS)
                .extracting(Finding::role)
                .containsExactly(Finding.Role.CAUSE);
    }

    private static Scene.Zone zone(Recording recording, double tPlus) {
        return Objects.requireNonNull(at(recording, tPlus).scene().zone());
    }

    @Test
    void notesAndTheDnsTranscriptAreTakenAsTheyWereRecorded() {
        Sample sample = Nights.good().samples().get(100);
        Scene.Nlb nlb = new Scene.Nlb(24, 20, 6, 1, List.of());
        Scene.Droplets droplets = new Scene.Droplets(248, 240, 9, 400, 1.1);
        DeskNote note = new DeskNote(
                sample.seq(), new Scene.Dynamo(2, 3), droplets, null, null, nlb, "dns-enactor-a", Map.of());
        DnsProbe probe = new DnsProbe(sample.seq(), sample.wall(), ZONE, "addresses", List.of("127.0.1.10"), 5L, null);
        Recording recording = recorded(new Extras(List.of(probe), List.of(note)));

        Scene scene = recording.frames().get(100).scene();
        assertThat(scene.nlb()).isEqualTo(nlb);
        assertThat(scene.dynamo()).isEqualTo(new Scene.Dynamo(2, 3));
        assertThat(scene.droplets()).isEqualTo(droplets);
        assertThat(Objects.requireNonNull(scene.zone()).answers()).containsExactly("127.0.1.10");
        assertThat(Objects.requireNonNull(scene.zone()).lockHolder()).isEqualTo("dns-enactor-a");
        assertThat(recording.noted()).isTrue();
        Scene later = recording.frames().get(105).scene();
        assertThat(later.nlb()).as("a note lasts some samples").isEqualTo(nlb);
        assertThat(Objects.requireNonNull(later.zone()).lockHolder())
                .as("a lock does not")
                .isEmpty();
        assertThat(recording.frames().get(140).scene().nlb()).isNull();
    }

    @Test
    void faultsAreTheCausesAndAlarmsHaveTheirTimes() {
        happens(-3, "dns-enactor-b", EventKind.FAULT_INJECTED, Map.of(EventId.FAULT, "lose-lock"));
        Recording recording = recorded(Extras.NONE);

        assertThat(recording.injected()).extracting(Recording.Injected::what).contains("lose-lock");
        double zero = Objects.requireNonNull(recording.zeroMinutes());
        assertThat(recording.alarms())
                .anySatisfy(a -> {
                    assertThat(a.alarm()).isEqualTo("RegionalRecordEmpty");
                    assertThat(a.minutes() - zero).isBetween(0.0, 6.0);
                    assertThat(a.on()).isTrue();
                })
                .anySatisfy(a -> assertThat(a.on()).isFalse());
        assertThat(recording.points()).hasSameSizeAs(recording.frames());
    }
}
