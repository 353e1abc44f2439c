package emptyrecord.control.page.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.control.page.core.Finding.Role;
import emptyrecord.control.testkit.Scenes;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static Finding at(double t, Place place) {
        return find(Diagnosis.of(Scenes.at(t)), place);
    }

    private static Finding find(List<Finding> findings, Place place) {
        return findings.stream().filter(f -> f.place() == place).findFirst().orElseThrow();
    }

    @Test
    void onAQuietDayNothingIsWrong() {
        List<Finding> findings = Diagnosis.of(Scenes.quiet());
        assertThat(findings).hasSize(Place.values().length).allMatch(f -> f.health() == Health.WELL);
        assertThat(Diagnosis.cause(findings)).isEmpty();
    }

    @Test
    void whileTheRecordIsEmptyTheEnactorsAreTheCauseAndTheRestSuffers() {
        assertThat(at(60, Place.ENACTORS).role()).isEqualTo(Role.CAUSE);
        assertThat(at(60, Place.ENACTORS).because()).contains("plan 110", "deleted");
        assertThat(at(60, Place.ROUTE53).role()).isEqualTo(Role.SYMPTOM);
        assertThat(at(60, Place.ROUTE53).of()).isEqualTo(Place.ENACTORS);
        assertThat(at(60, Place.DWFM).role()).isEqualTo(Role.SYMPTOM);
        assertThat(at(60, Place.CUSTOMERS).role()).isEqualTo(Role.SYMPTOM);
    }

    @Test
    void dynamoIsWellAllTheTimeAndNobodyCanFindIt() {
        Finding dynamo = at(60, Place.DYNAMODB);
        assertThat(dynamo.role()).isEqualTo(Role.NONE);
        assertThat(dynamo.because()).isEqualTo("serves, but nobody can find it");
    }

    @Test
    void afterDnsIsBackDwfmKeepsItselfDown() {
        assertThat(at(200, Place.ROUTE53).health()).isEqualTo(Health.WELL);
        assertThat(at(200, Place.DWFM).role()).isEqualTo(Role.CAUSE);
        assertThat(at(200, Place.CUSTOMERS).of()).isEqualTo(Place.DWFM);
    }

    @Test
    void inTheSecondWaveTheNetworkManagersBacklogIsTheCauseAndTheLoadBalancerItsSymptom() {
        assertThat(at(450, Place.NETWORK_MANAGER).role()).isEqualTo(Role.CAUSE);
        assertThat(at(450, Place.NLB).of()).isEqualTo(Place.NETWORK_MANAGER);
    }

    @Test
    void anEnactorWithAPlanFarBehindIsACauseBeforeAnythingIsSeen() {
        Scene scene = Scenes.scene(Nights.sample(1, -1), Scenes.enactors(110L), Scenes.zone(145, true));
        Finding enactors = find(Diagnosis.of(scene), Place.ENACTORS);
        assertThat(enactors.health()).isEqualTo(Health.STRAINED);
        assertThat(enactors.because()).isEqualTo("dns-enactor-c is about to install plan 110; 145 is active");
    }

    @Test
    void aSlightlyOlderPlanIsNothingSpecial() {
        Scene scene = Scenes.scene(Nights.sample(1, -1), Scenes.enactors(143L), Scenes.zone(145, true));
        assertThat(find(Diagnosis.of(scene), Place.ENACTORS).health()).isEqualTo(Health.WELL);
    }

    @Test
    void whatDoesNotAnswerIsTheCauseItself() {
        Sample s = Nights.sample(1, -5);
        Sample gone = new Sample(
                s.seq(),
                s.wall(),
                s.tPlusMinutes(),
                new Sample.Regional("server_dead", 0, null),
                s.leases(),
                s.network(),
                s.nlb(),
                s.automation(),
                s.customers(),
                List.of("fake-route53"));
        List<Finding> findings = Diagnosis.of(Scenes.scene(gone, Scenes.enactors(null), null));
        assertThat(find(findings, Place.ROUTE53).role()).isEqualTo(Role.CAUSE);
        assertThat(find(findings, Place.ROUTE53).because()).isEqualTo("does not answer");
    }

    @Test
    void beforeAnybodyWasAskedNothingIsKnown() {
        Sample s = Nights.with(Nights.sample(1, -5), new Sample.Customers(Map.of(), Map.of(), 0, Map.of()));
        Scene scene = new Scene(s, 0, null, List.of(), null, null, null, null, null, null, Map.of());
        assertThat(find(Diagnosis.of(scene), Place.PLANNER).health()).isEqualTo(Health.UNKNOWN);
        assertThat(find(Diagnosis.of(scene), Place.CUSTOMERS).health()).isEqualTo(Health.UNKNOWN);
    }
}
