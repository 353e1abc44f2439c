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
        LabHome home = LabHome.find();
        Http http = new Http();
        boolean wanted = spec.root().userObject() instanceof LabApplication lab && lab.compose();
        LocalPlatform local = new LocalPlatform(home, http, say);
        if (!wanted && !local.living().isEmpty()) {
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
