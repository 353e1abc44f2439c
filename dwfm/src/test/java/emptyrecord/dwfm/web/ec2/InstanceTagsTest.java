package emptyrecord.dwfm.web.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.instances.Ec2Error;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CreateTags, DeleteTags and DescribeTags. */
class InstanceTagsTest extends StoredInstances {

    @Test
    void tagsAreCreatedReplacedAndDeleted() {
        create("ResourceId.1=" + RUNNING + " ResourceId.2=" + STOPPED + " Tag.1.Key=Name Tag.1.Value=web Tag.2.Key=x");
        create("ResourceId.1=" + RUNNING + " Tag.1.Key=Name Tag.1.Value=db");
        assertThat(tags(RUNNING)).containsOnly(Map.entry("Name", "db"), Map.entry("x", ""));
        assertThat(tags(STOPPED)).containsEntry("Name", "web");
        delete("ResourceId.1=" + RUNNING + " Tag.1.Key=Name Tag.1.Value=other Tag.2.Key=missing");
        assertThat(tags(RUNNING)).as("it has another value").containsEntry("Name", "db");
        delete("ResourceId.1=" + RUNNING + " Tag.1.Key=Name Tag.1.Value=db Tag.2.Key=x Tag.2.Value=");
        assertThat(tags(RUNNING)).isEmpty();
        delete("ResourceId.1=" + STOPPED);
        assertThat(tags(STOPPED)).as("none named, all deleted").isEmpty();
    }

    @Test
    void tagsAreDescribedByFilterAndPageByPage() {
        create("ResourceId.1=" + STOPPED + " ResourceId.2=" + OF_T3 + " Tag.1.Key=c Tag.2.Key=a Tag.3.Key=b"
                + " Tag.1.Value=1 Tag.2.Value=2 Tag.3.Value=3");
        DescribeTags describe = new DescribeTags(store::all);
        String one = "Filter.1.Name=resource-id Filter.1.Value.1=" + OF_T3 + " Filter.2.Name=key Filter.2.Value.1=a";
        assertThat(Asked.texts(Asked.answer(describe, one), "value")).containsExactly("2");
        String byTag = "Filter.1.Name=tag:b Filter.1.Value.1=3 Filter.2.Name=resource-type Filter.2.Value.1=instance";
        assertThat(Asked.texts(Asked.answer(describe, byTag), "resourceId")).containsExactly(STOPPED, OF_T3);
        String first = Asked.answer(describe, "MaxResults=5");
        String second = Asked.answer(
                describe, "NextToken=" + Asked.texts(first, "nextToken").getFirst());
        assertThat(Asked.texts(first, "key")).containsExactly("a", "b", "c", "a", "b");
        assertThat(Asked.texts(second, "key")).containsExactly("c");
        Asked.refused(describe, "Filter.1.Name=name Filter.1.Value.1=x", Ec2Error.INVALID_PARAMETER_VALUE);
        Asked.refused(describe, "MaxResults=1001", Ec2Error.INVALID_PARAMETER_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "Tag.1.Key=aws:x, INVALID_PARAMETER_VALUE",
        "Tag.1.Value=x, MISSING_PARAMETER",
        "ResourceId.2=i-00000009 Tag.1.Key=x, INVALID_INSTANCE_ID_NOT_FOUND",
        "ResourceId.2=i-9 Tag.1.Key=x, INVALID_INSTANCE_ID_MALFORMED",
        "ResourceId.2=nothing Tag.1.Key=x, INVALID_ID",
        "ResourceId.2=vol-0123456789abcdef0 Tag.1.Key=x, INVALID_VOLUME_NOT_FOUND",
        "ResourceId.2=vpc-0e200000000000001 Tag.1.Key=x, UNSUPPORTED_OPERATION",
        "DryRun=true Tag.1.Key=x, DRY_RUN"
    })
    void tagsThatAreRefusedChangeNothing(String more, Ec2Error error) {
        Asked.refused(new CreateTags(changes()), "ResourceId.1=" + RUNNING + " " + more, error);
        if (!error.equals(Ec2Error.MISSING_PARAMETER)) {
            Asked.refused(new DeleteTags(changes()), "ResourceId.1=" + RUNNING + " " + more, error);
        }
        assertThat(tags(RUNNING)).isEmpty();
    }

    @Test
    void tagsAreLimited() {
        create("ResourceId.1=" + RUNNING + tagParameters(0, 30, "v"));
        CreateTags action = new CreateTags(changes());
        Asked.refused(action, "ResourceId.1=" + RUNNING + tagParameters(30, 21, "v"), Ec2Error.TAG_LIMIT_EXCEEDED);
        create("ResourceId.1=" + RUNNING + tagParameters(20, 30, "v"));
        assertThat(tags(RUNNING)).hasSize(50);
        String much = "v".repeat(256);
        Asked.refused(action, "ResourceId.1=" + STOPPED + tagParameters(0, 12, much), Ec2Error.INSTANCE_LIMIT_EXCEEDED);
        Asked.refused(action, "Tag.1.Key=x", Ec2Error.MISSING_PARAMETER);
        Asked.refused(action, "ResourceId.1=" + RUNNING, Ec2Error.MISSING_PARAMETER);
    }

    @Test
    void nothingChangesWhileTheNameIsEmpty() {
        table.away(true);
        Asked.refused(new CreateTags(changes()), "ResourceId.1=" + RUNNING + " Tag.1.Key=x", Ec2Error.INTERNAL_ERROR);
        table.away(false);
        assertThat(tags(RUNNING)).isEmpty();
    }

    private void create(String form) {
        assertThat(Asked.answer(new CreateTags(changes()), form)).contains("<return>true</return>");
    }

    private void delete(String form) {
        assertThat(Asked.answer(new DeleteTags(changes()), form)).contains("<return>true</return>");
    }

    private Map<String, String> tags(String id) {
        return store.find(id).orElseThrow().tags();
    }

    private static String tagParameters(int first, int count, String value) {
        return IntStream.range(first, first + count)
                .mapToObj(n -> " Tag.%1$d.Key=k%2$d Tag.%1$d.Value=%3$s".formatted(n - first + 1, n, value))
                .collect(Collectors.joining());
    }
}
