package emptyrecord.kit.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TreeNamesTest {

    private static final String ZONE = "dynamodb.us-east-1.amazonaws.test";

    @Test
    void aTreeIsNamedReadablyOrByItsNameBasedUuid() {
        assertThat(TreeNames.READABLE.tree(ZONE, 145)).isEqualTo("plan-145." + ZONE);
        assertThat(TreeNames.UUIDS.tree(ZONE, 145))
                .as("uuidgen --sha1 --namespace @dns --name plan-145." + ZONE)
                .isEqualTo("6e154fb7-c80a-5182-83b0-359c7d887f47." + ZONE);
    }

    @Test
    void bothKindsLeadBackToThePlanAlsoFromALeaf() {
        for (long plan : new long[] {1, 110, 145, 146, 110}) {
            for (TreeNames names : TreeNames.values()) {
                String tree = names.tree(ZONE, plan);
                assertThat(TreeNames.generation(ZONE, tree)).as(tree).hasValue(plan);
                assertThat(TreeNames.generation(ZONE, "lb-1a." + tree)).hasValue(plan);
                assertThat(TreeNames.of(tree)).isEqualTo(names);
            }
        }
    }

    @Test
    void aRegionThatHasMadePlansForDaysIsFoundFromTheStart() {
        String zone = "days." + ZONE;
        assertThat(TreeNames.generation(zone, TreeNames.UUIDS.tree(zone, 100_000)))
                .hasValue(100_000);
        assertThat(TreeNames.generation(zone, TreeNames.UUIDS.tree(zone, 99_990)))
                .hasValue(99_990);
    }

    @Test
    void theSamePlanHasAnotherNameInAnotherZone() {
        String other = "dynamodb-fips.us-east-1.amazonaws.test";
        assertThat(TreeNames.UUIDS.tree(other, 145).substring(0, 36))
                .isNotEqualTo(TreeNames.UUIDS.tree(ZONE, 145).substring(0, 36));
        assertThat(TreeNames.generation(other, TreeNames.UUIDS.tree(ZONE, 145))).isEmpty();
    }

    @Test
    void whatNoPlanIsNamedAfterBelongsToNone() {
        assertThat(TreeNames.generation(ZONE, "by-hand." + ZONE)).isEmpty();
        assertThat(TreeNames.generation(ZONE, ZONE)).isEmpty();
        assertThat(TreeNames.generation(ZONE, "0e6bd5b4-6d3c-4d5c-9c9e-0a3f4a6c8b11." + ZONE))
                .as("a random UUID")
                .isEmpty();
        assertThat(TreeNames.generation(ZONE, TreeNames.UUIDS.tree(ZONE, 900_000)))
                .as("beyond the search's reach")
                .isEmpty();
    }
}
