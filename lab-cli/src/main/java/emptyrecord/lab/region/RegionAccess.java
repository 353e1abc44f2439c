package emptyrecord.lab.region;

import emptyrecord.api.client.Resources;
import emptyrecord.api.common.RegionView;
import emptyrecord.lab.client.Http;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.home.RegionChoice;
import emptyrecord.lab.home.TokenFile;
import emptyrecord.lab.platform.ComposeCommand;
import emptyrecord.lab.platform.ComposePlatform;
import emptyrecord.lab.platform.LocalPlatform;
import emptyrecord.lab.platform.NetworkPlatform;
import emptyrecord.lab.platform.Platform;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** A command's access to its region: the platform that it runs on, and HTTP to its services. */
public record RegionAccess(LabHome home, Platform platform, Http http) {

    /**
     * The region of the network that this command runs in, where the environment says so. Else the containers where they
     * are chosen, or where they run and no local process does; else local processes.
     *
     * @param say receives the progress of a start
     */
    public static RegionAccess of(CommandSpec spec, Consumer<String> say) {
        RegionChoice options = (RegionChoice) spec.root().userObject();
        LabHome home = LabHome.find(options.region());
        Http http = new Http(new TokenFile(home)::token);
        boolean wanted = options.compose();
        if (wanted && options.region() != null) {
            throw new LabException(
                    "--name is for local processes; a second stack of containers needs its own project name (docker compose -p) and ports in .env");
        }
        Optional<NetworkPlatform> around = NetworkPlatform.of(System.getenv());
        if (around.isPresent()) {
            if (options.region() != null) {
                throw new LabException("--name is for local processes; this command runs in the network of one region");
            }
            return new RegionAccess(home, around.get(), http);
        }
        LocalPlatform local = new LocalPlatform(home, http, say);
        if (options.region() != null || !wanted && !local.living().isEmpty()) {
            return new RegionAccess(home, local, http);
        }
        ComposePlatform containers = new ComposePlatform(new ComposeCommand(home.home()), say);
        return new RegionAccess(home, wanted || containers.isFound() ? containers : local, http);
    }

    public static RegionAccess of(CommandSpec spec) {
        return of(spec, spec.commandLine().getOut()::println);
    }

    public URI control() {
        return platform.named("control-room").url();
    }

    /** The options that the running region was started with. */
    public Running running() {
        RegionView region = http.get(control(), Resources.REGION);
        return new Running(region.speed(), region.seed());
    }

    public record Running(double speed, long seed) {}
}
