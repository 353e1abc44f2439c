package emptyrecord.e2e.compose;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Skips a test, with the reason, where no engine answers or the services' images are not built. */
final class WhereDockerIs implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return ConditionEvaluationResult.disabled("no Docker engine answers");
        }
        List<String> missing = Stream.of(
                        "fake-route53",
                        "fake-dynamo",
                        "dns-planner",
                        "dns-enactor",
                        "droplets",
                        "dwfm",
                        "network-manager",
                        "nlb-healthcheck",
                        "control-room",
                        "lab")
                .map(service -> "empty-record/" + service + ":" + ComposeStack.TAG)
                .filter(WhereDockerIs::isMissing)
                .toList();
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("Docker and all images are there")
                : ConditionEvaluationResult.disabled(
                        missing + " are not built; docker compose --profile tools build makes them");
    }

    private static boolean isMissing(String image) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
            return false;
        } catch (NotFoundException e) {
            return true;
        }
    }
}
