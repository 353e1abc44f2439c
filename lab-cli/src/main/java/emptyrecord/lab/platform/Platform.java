package emptyrecord.lab.platform;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.Closeable;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the region runs on: processes of this machine or containers. Everything else in {@code ./lab} uses HTTP. */
public interface Platform {

    /** The services with the ports they have here, in the order in which they are started. */
    List<ServiceSpec> services();

    /** The control room's address for people's browsers. */
    default URI page() {
        return named("control-room").url();
    }

    /** Ids of running processes or containers, by service name; a service that is about to be started again counts. */
    Map<String, String> living();

    /** Memory of running services, by service name. */
    Map<String, Long> mebibytes();

    /** Checks whether this machine can run a region, each with advice; the good findings too. */
    List<Doctor.Finding> examine();

    /** Unexpected ends of services, oldest first. */
    List<ServiceEnds.End> ends();

    /** Held while the region is started, so that two starts do not mix. */
    Closeable lock();

    /** Incident seconds per real second of a region started with these options; by default the platform's own. */
    double speed(StartOptions options);

    /**
     * Checks that the region can be started from here at all.
     *
     * @throws LabException where others start it; names their command
     */
    default void requireStartable() {}

    /**
     * Starts every service; returns when names resolve and the rest is under way.
     *
     * @param untilHealthy waits for services
     */
    void start(StartOptions options, Consumer<List<ServiceSpec>> untilHealthy);

    /** From now on nothing is started any more, not even by a start that is under way. */
    void refuseStarts();

    /** Stops one service; its data stay. */
    void stop(ServiceSpec service);

    /** Starts a stopped service of the running region again, on its data. */
    void startAgain(ServiceSpec service);

    /** Stops every service, also those that another launcher left; returns how many ran. */
    int stop();

    /** The last lines of a service's log, or a note that there is none. */
    String log(String service, int lines);

    /** Prints new lines of a service's log until interrupted. */
    void follow(String service, PrintWriter out);

    /** Addresses for people, by what each shows. */
    Map<String, String> doors();

    /** The address of the lab's DNS. */
    InetSocketAddress dns();

    /** {@code --compose }, or nothing: prefix for a hint at another command. */
    String option();

    default ServiceSpec named(String name) {
        return RegionLayout.named(name, services());
    }

    default boolean isUp() {
        return living().keySet()
                .containsAll(services().stream().map(ServiceSpec::name).toList());
    }
}
