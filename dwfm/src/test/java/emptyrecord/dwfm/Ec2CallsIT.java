package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.ec2.TerminateOutcome;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What callers of the EC2 API may ask for, how often, and what they are told. */
class Ec2CallsIT extends RunningDwfm {

    @Test
    void clientTokenMakesALaunchIdempotent() throws Exception {
        awaitLeases(18);
        String run = "Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1&ClientToken=once";
        String first = idIn(post(run));
        assertThat(idIn(post(run))).isEqualTo(first);
        assertThat(post(run + "&InstanceType=m7i.large")).contains("IdempotentParameterMismatch");
        assertThat(post(run.replace("once", "two").replace("MaxCount=1", "MaxCount=3")))
                .contains("amiLaunchIndex>2");
        for (String other :
                List.of("MaxCount=2", "ImageId=ami-2", "KeyName=k", "Placement.AvailabilityZone=us-east-1c")) {
            String name = other.substring(0, other.indexOf('='));
            String changed = run.replaceAll("&" + name + "=[^&]*", "") + "&" + other;
            assertThat(post(changed)).as(other).contains("IdempotentParameterMismatch");
        }
        assertThat(ec2.terminate(first)).isInstanceOf(TerminateOutcome.Accepted.class);
        assertThat(post(run)).contains("IdempotentInstanceTerminated");
        assertThat(post(run.replace("once", "x".repeat(65)))).contains("InvalidParameterValue");
    }

    /** A failed launch is no answer: none of its instances is visible, and its token may try again. */
    @Test
    void tokenOfAFailedLaunchMayTryAnew() throws Exception {
        String run = "Action=RunInstances&ImageId=ami-1&MinCount=3&MaxCount=3&ClientToken=again";
        dns.empty(true);
        await().untilAsserted(() -> assertThat(post(run)).contains("<Code>"));
        assertThat(post("Action=DescribeInstances&Filter.1.Name=client-token&Filter.1.Value.1=again"))
                .doesNotContain("instanceId");
        dns.empty(false);
        String[] answer = {""};
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            answer[0] = post(run);
            return answer[0].contains("amiLaunchIndex>2");
        });
        List<String> ids = idsIn(answer[0]);
        assertThat(ids).hasSize(3);
        assertThat(idsIn(post(run))).isEqualTo(ids);
        assertThat(idsIn(post("Action=DescribeInstances&Filter.1.Name=client-token&Filter.1.Value.1=again")))
                .as("and no fourth")
                .isEqualTo(ids);
    }

    @Test
    void concurrentCallsWithOneTokenAreOneLaunch() throws Exception {
        awaitLeases(18);
        String run = "Action=RunInstances&ImageId=ami-1&MinCount=2&MaxCount=2&ClientToken=together";
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = Stream.generate(() -> callers.submit(() -> post(run)))
                    .limit(8)
                    .toList();
            Set<List<String>> different = new HashSet<>();
            for (Future<String> answer : answers) {
                different.add(idsIn(answer.get()));
            }
            assertThat(different)
                    .as("one answer, with two instances")
                    .singleElement()
                    .satisfies(ids -> assertThat(ids).hasSize(2));
            assertThat(idsIn(post("Action=DescribeInstances&Filter.1.Name=client-token&Filter.1.Value.1=together")))
                    .isEqualTo(different.iterator().next());
        }
    }

    @Test
    void instancesAreLimited() throws Exception {
        awaitLeases(18);
        for (int i = 0; i < 10; i++) {
            assertThat(post("Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=10"))
                    .isNotEmpty();
        }
        await().untilAsserted(() -> assertThat(post("Action=RunInstances&ImageId=ami-1&MinCount=10&MaxCount=10"))
                .contains("InstanceLimitExceeded"));
        assertThat(state().at("/counters/launchesInstanceLimitExceeded").asInt())
                .isGreaterThanOrEqualTo(10);
        assertThat(state().at("/counters/launchesRequestLimitExceeded").asInt()).isZero();
    }

    /** EC2 accepts a thousand ids; more are refused in its own words, by the first check that counts them. */
    @Test
    void aThousandIdsMayBeAskedForAndMoreGetEc2sError() throws Exception {
        assertThat(post("Action=DescribeInstances&Version=2016-11-15" + unknownIds(1000)))
                .contains("<Code>InvalidInstanceID.NotFound</Code>");
        assertThat(post("Action=DescribeInstances" + unknownIds(1001))).contains("<Code>InvalidParameterValue</Code>");
        HttpResponse<String> many =
                send("POST", "/", "Action=DescribeInstances" + unknownIds(1200), "application/x-www-form-urlencoded");
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(many.body()).contains("<Code>InvalidRequest</Code>");
    }

    @Test
    void badRequestsGetEc2sErrors() throws Exception {
        assertThat(post("Version=2016-11-15")).contains("<Code>MissingAction</Code>");
        assertThat(post("Action=DescribeInstances&InstanceIds.1=i-00000000")).contains("<Code>UnknownParameter</Code>");
        assertThat(post("Action=Nonsense")).contains("<Code>InvalidAction</Code>");
        assertThat(post("Action=RunInstances")).contains("<Code>MissingParameter</Code>");
        assertThat(post("Action=RunInstances&ImageId=a&MinCount=x&MaxCount=1")).contains("InvalidParameterValue");
        assertThat(post("Action=TerminateInstances&InstanceId.1=i-00000000000000000"))
                .contains("InvalidInstanceID.NotFound");
        assertThat(post("Action=TerminateInstances&InstanceId.1=%3Cx%26")).contains("&lt;x&amp;");
    }
}
