package emptyrecord.lab;

import emptyrecord.kit.dns.AuthoritativeLookup;
import emptyrecord.lab.dns.Faces;
import emptyrecord.lab.dns.Look;
import emptyrecord.lab.dns.LookReader;
import emptyrecord.lab.dns.LookText;
import emptyrecord.lab.dns.Paint;
import emptyrecord.lab.terminal.Picture;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./lab dns}: plans, enactors, locks, trees and DNS answers side by side; {@code --watch} renews it. */
@Command(
        name = "dns",
        mixinStandardHelpOptions = true,
        description = "Shows plans, enactors, locks, trees and what DNS answers side by side, and names what is wrong.")
final class DnsCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Option(names = "--watch", description = "Renew it every second until Ctrl-C; on a terminal only.")
    private boolean watch;

    @Option(names = "--endpoint", paramLabel = "NAME", description = "Draw this endpoint's tree, for example regional.")
    private @Nullable String endpoint;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Lab lab = Lab.of(spec);
        if (lab.platform().living().isEmpty()) {
            throw new LabException("no region runs here; start one with ./lab "
                    + lab.platform().option() + "up");
        }
        LookReader reader = reader(lab.platform());
        Look first = reader.look();
        requireEndpoint(first);
        Optional<Picture> picture = watch ? Picture.open() : Optional.empty();
        if (picture.isEmpty()) {
            print(first);
            return ExitStatus.OK;
        }
        try (Picture watched = picture.get()) {
            for (Look look = first; ; look = reader.look()) {
                renew(watched, look);
                Waiting.pause(LOOK_AGAIN);
            }
        }
    }

    private void print(Look look) {
        PrintWriter out = spec.commandLine().getOut();
        LookText.lines(look, new LookText.Form(paint(), Terminals.columns()), Optional.ofNullable(endpoint))
                .forEach(out::println);
    }

    private void renew(Picture picture, Look look) {
        picture.renew(
                columns -> LookText.lines(look, new LookText.Form(paint(), columns), Optional.ofNullable(endpoint)));
    }

    private static Paint paint() {
        return Terminals.isColoured() ? Paint.ANSI : Paint.PLAIN;
    }

    /** Looks at what the platform runs; who does not answer in time is not there. */
    static LookReader reader(Platform platform) {
        return new LookReader(
                new ByHttp(Http.impatient(PATIENCE)),
                new AuthoritativeLookup(platform.dns(), PATIENCE),
                places(platform));
    }

    private void requireEndpoint(Look look) {
        List<String> names =
                look.endpoints().stream().map(Look.EndpointSeen::name).toList();
        String wanted = endpoint;
        if (wanted != null && !names.isEmpty() && !names.contains(wanted)) {
            throw LabException.usage("there is no endpoint '" + wanted + "'" + Suggestion.of(wanted, names));
        }
    }

    private static LookReader.Places places(Platform platform) {
        Map<String, URI> enactors = new LinkedHashMap<>();
        platform.services().stream()
                .filter(s -> s.jar().equals("dns-enactor"))
                .forEach(s -> enactors.put(s.name(), s.url()));
        return new LookReader.Places(
                platform.named("dns-planner").url(),
                platform.named("fake-route53").url(),
                enactors);
    }

    /** Who does not answer, or answers with an error, gives nothing. */
    private record ByHttp(Http http) implements Faces {

        @Override
        public Optional<JsonNode> json(URI uri) {
            return answer(() -> http.get(uri));
        }

        @Override
        public Optional<byte[]> bytes(URI uri) {
            return answer(() -> http.bytes(uri));
        }

        private static <T> Optional<T> answer(Supplier<T> call) {
            try {
                return Optional.of(call.get());
            } catch (LabException e) {
                return Optional.empty();
            }
        }
    }
}
