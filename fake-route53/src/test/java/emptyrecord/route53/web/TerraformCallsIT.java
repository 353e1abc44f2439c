package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * The calls of Terraform's provider for {@code aws_route53_zone} and {@code aws_route53_record}. A plan that was carried out
 * must read back exactly, or the next plan changes it again.
 */
class TerraformCallsIT extends PlannedZone {

    /** The resources {@code aws_route53_zone} and {@code aws_route53_record}: create, read, update, destroy. */
    @Test
    void terraformAppliesPlansAndDestroys() {
        var made = route53.createHostedZone(r -> r.name("tf.test")
                .callerReference("terraform-20251020064800")
                .hostedZoneConfig(c -> c.comment("Managed by Terraform")));
        awaitInSync(made.changeInfo().id());
        String zone = made.hostedZone().id().replace("/hostedzone/", "");
        route53.changeTagsForResource(r -> r.resourceType(TagResourceType.HOSTEDZONE)
                .resourceId(zone)
                .addTags(Tag.builder().key("stage").value("dev").build()));
        readZone(zone, "Managed by Terraform");
        route53.updateHostedZoneComment(r -> r.id(zone).comment("mine"));
        readZone(zone, "mine");

        ResourceRecordSet wild = values("*.tf.test", RRType.A, "10.0.0.1", "10.0.0.2");
        ResourceRecordSet weighted = values("api.tf.test", RRType.CNAME, "a.tf.test").toBuilder()
                .setIdentifier("blue")
                .weight(90L)
                .build();
        for (ResourceRecordSet wanted : List.of(wild, weighted)) {
            route53.getHostedZone(r -> r.id(zone));
            change(zone, "Managed by Terraform", change(ChangeAction.CREATE, wanted));
            assertThat(read(zone, wanted))
                    .satisfies(found -> assertThat(found.resourceRecords()).isEqualTo(wanted.resourceRecords()));
        }
        assertThat(read(zone, wild).name()).isEqualTo("\\052.tf.test.");

        ResourceRecordSet longer = wild.toBuilder().ttl(60L).build();
        change(zone, "Managed by Terraform", change(ChangeAction.UPSERT, longer));
        assertThat(read(zone, longer).ttl()).isEqualTo(60);
        ResourceRecordSet green = weighted.toBuilder().setIdentifier("green").build();
        change(zone, "Managed by Terraform", change(ChangeAction.DELETE, weighted), change(ChangeAction.CREATE, green));
        assertThat(read(zone, green).setIdentifier()).isEqualTo("green");

        change(zone, "Deleted by Terraform", change(ChangeAction.DELETE, read(zone, green)));
        destroyZone(zone);
    }

    private static void readZone(String id, String comment) {
        GetHostedZoneResponse zone = route53.getHostedZone(r -> r.id(id));
        assertThat(zone.hostedZone().config().comment()).isEqualTo(comment);
        assertThat(zone.hostedZone().config().privateZone()).isFalse();
        assertThat(zone.delegationSet().nameServers()).hasSize(4);
        assertThat(route53.listTagsForResource(
                                r -> r.resourceType(TagResourceType.HOSTEDZONE).resourceId(id))
                        .resourceTagSet()
                        .tags())
                .containsExactly(Tag.builder().key("stage").value("dev").build());
    }

    /** One item from name and type on; a weighted one is looked for among a hundred. */
    private static ResourceRecordSet read(String zone, ResourceRecordSet wanted) {
        String name = wanted.name() + ".";
        return route53
                .listResourceRecordSets(r -> r.hostedZoneId(zone)
                        .startRecordName(name)
                        .startRecordType(wanted.type())
                        .maxItems(wanted.setIdentifier() == null ? "1" : "100"))
                .resourceRecordSets()
                .stream()
                .filter(set -> set.name().replace("\\052", "*").equals(name) && set.type() == wanted.type())
                .filter(set ->
                        wanted.setIdentifier() == null || wanted.setIdentifier().equals(set.setIdentifier()))
                .findFirst()
                .orElseThrow();
    }

    /** With {@code force_destroy}: what is left of the records, then DNSSEC, then the zone. */
    private static void destroyZone(String zone) {
        for (ListResourceRecordSetsResponse page : route53.listResourceRecordSetsPaginator(r -> r.hostedZoneId(zone))) {
            Change[] deletes = page.resourceRecordSets().stream()
                    .filter(set -> set.type() != RRType.NS && set.type() != RRType.SOA)
                    .map(set -> change(ChangeAction.DELETE, set))
                    .toArray(Change[]::new);
            change(zone, "Deleted by Terraform", deletes);
        }
        assertThat(route53.getDNSSEC(r -> r.hostedZoneId(zone)).status().serveSignature())
                .isEqualTo("NOT_SIGNING");
        route53.deleteHostedZone(r -> r.id(zone));
        assertThatThrownBy(() -> route53.getHostedZone(r -> r.id(zone))).isInstanceOf(NoSuchHostedZoneException.class);
    }
}
