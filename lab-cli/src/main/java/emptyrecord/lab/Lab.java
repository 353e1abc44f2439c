package emptyrecord.lab;

import java.net.URI;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** What a command works with: the platform that the region is on, and HTTP to its services. */
record Lab(LabHome home, Platform platform, Http http) {

    /**
     * The containers where they are asked for, or where they run and no local process does; else local processes.
     *
     * @param say hears how a start goes on
     */
    static Lab of(CommandSpec spec, Consumer<String> say) {
        LabApplication options = (LabApplication) spec.root().userObject();
        LabHome home = LabHome.find(options.region());
        Http http = new Http(new TokenFile(home)::token);
        boolean wanted = options.compose();
        if (wanted && options.region() != null) {
            throw new LabException(
                    "--name is for local processes; a second stack of containers wants a project name (docker compose -p) and ports of its own in .env");
        }
        LocalPlatform local = new LocalPlatform(home, http, say);
        if (options.region() != null || !wanted && !local.living().isEmpty()) {
            return new Lab(home, local, http);
        }
        ComposePlatform containers = new ComposePlatform(new ComposeCommand(home.home()), say);
        return new Lab(home, wanted || containers.isFound() ? containers : local, http);
    }

    static Lab of(CommandSpec spec) {
        return of(spec, spec.commandLine().getOut()::println);
    }

    URI control() {
        return platform.named("control-room").url();
    }

    /** What the running region was started with. */
    Running running() {
        JsonNode region = http.get(control().resolve("/region"));
        return new Running(region.path("speed").asDouble(), region.path("seed").asLong());
    }

    record Running(double speed, long seed) {}
}
