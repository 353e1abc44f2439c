package emptyrecord.lab.platform;

import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.Closeable;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the region runs on: this machine's processes or containers. All else that {@code ./lab} does goes over HTTP. */
public interface Platform {

    /** The services with the ports they have here, in the order in which they are started. */
    List<ServiceSpec> services();

    /** Ids of what runs, a process's or a container's, by service name; a service that is about to be started again counts. */
    Map<String, String> living();

    /** Memory of what runs, by service name. */
    Map<String, Long> mebibytes();

    /** What stands between this machine and a running region, with what to do about it; the good findings too. */
    List<Doctor.Finding> examine();

    /** How services ended that nobody had asked to, oldest first. */
    List<ServiceEnds.End> ends();

    /** Held while the region is started, so that two starts do not mix. */
    Closeable lock();

    /** Incident seconds per real second of a region that is started so; where none is wished, the platform's own. */
    double speed(StartOptions wish);

    /**
     * Starts every service; returns when names resolve and the rest is under way.
     *
     * @param untilHealthy waits for services
     */
    void start(StartOptions wish, Consumer<List<ServiceSpec>> untilHealthy);

    /** From now on nothing is started any more, also by a start that goes on. */
    void refuseStarts();

    /** Stops one service; its data stay. */
    void stop(ServiceSpec service);

    /** Starts a stopped service of the running region again, on its data. */
    void startAgain(ServiceSpec service);

    /** Stops every service, also those that another launcher left; gives the number that ran. */
    int stop();

    /** The last lines of a service's log, or a word that there is none. */
    String log(String service, int lines);

    /** Prints what is added to a service's log until interrupted. */
    void follow(String service, PrintWriter out);

    /** Where people look, by what they find there. */
    Map<String, String> doors();

    /** Where the lab's DNS answers. */
    InetSocketAddress dns();

    /** {@code --compose }, or nothing: what makes a hint at another command fit. */
    String option();

    default ServiceSpec named(String name) {
        return RegionLayout.named(name, services());
    }

    default boolean isUp() {
        return living().keySet()
                .containsAll(services().stream().map(ServiceSpec::name).toList());
    }
}
