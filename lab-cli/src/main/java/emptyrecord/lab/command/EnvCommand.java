package emptyrecord.lab.command;

import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.platform.Platform;
import emptyrecord.lab.region.RegionAccess;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code ./lab env}: the region's addresses as variables for a shell. {@code AWS_ENDPOINT_URL_…} are the variables that AWS's command
 * line reads from version 2.13 on, and the SDKs (AWS SDKs and Tools Reference Guide, "Service-specific endpoints"). The credentials are
 * no real ones, so that a forgotten endpoint cannot reach a real account.
 */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description =
                "Prints the region's addresses as variables for a shell, and credentials for aws that are no real ones.",
        footer = "eval \"$(./lab env)\"")
public final class EnvCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        variables(RegionAccess.of(spec).platform())
                .forEach((name, value) -> spec.commandLine().getOut().println("export " + name + "='" + value + "'"));
        return ExitStatus.OK;
    }

    static Map<String, String> variables(Platform platform) {
        Map<String, String> doors = new LinkedHashMap<>(platform.doors());
        doors.remove("DNS");
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("REGION_DNS", platform.dns().getHostString());
        variables.put("REGION_DNS_PORT", String.valueOf(platform.dns().getPort()));
        variables.put(
                "REGION_CONTROL_ROOM", platform.named("control-room").url().toString());
        variables.put(
                "AWS_ENDPOINT_URL_ROUTE_53",
                platform.named("fake-route53").url().toString());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", Objects.requireNonNull(doors.remove("DynamoDB")));
        variables.put("AWS_ENDPOINT_URL_EC2", platform.named("dwfm").url().toString());
        variables.put("AWS_DEFAULT_REGION", "us-east-1");
        variables.put("AWS_ACCESS_KEY_ID", "lab");
        variables.put("AWS_SECRET_ACCESS_KEY", "lab");
        doors.forEach((name, address) -> variables.put("REGION_" + name.toUpperCase(Locale.ROOT), address));
        return variables;
    }
}
