package emptyrecord.lab;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab up}: starts every service, waits until the region is steady, prints where things are. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts the region as local processes and waits until it is steady.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final RegionOptions options = new RegionOptions();

    @Option(names = "--keep-data", description = "Go on from the last region's data, speed and seed.")
    private boolean keepData;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Launcher launcher = new Launcher(LabHome.find(), new Http(), out::println);
        long seed = options.seedOrDrawn();
        out.printf("starting the region at speed %s with seed %d%n", plain(options.speedOrDefault()), seed);
        launcher.up(options.speedOrDefault(), seed, keepData);
        printPlaces(out);
        return ExitStatus.OK;
    }

    static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static void printPlaces(PrintWriter out) {
        out.println("""

                  control room  http://127.0.0.1:7000         (steady state: /steady, operations: /operations)
                  DNS           dig @127.0.0.1 -p 5300 dynamodb.us-east-1.amazonaws.test
                  Route 53      aws route53 list-hosted-zones --endpoint-url http://127.0.0.1:7001
                  DynamoDB      aws dynamodb list-tables --endpoint-url http://127.0.1.10:8000
                  EC2           aws ec2 describe-instances --endpoint-url http://127.0.0.1:7004
                  metrics       http://127.0.0.1:PORT/actuator/prometheus of every service; ./lab status lists the ports

                  ./lab replay plays the night, ./lab down stops everything""");
    }
}
