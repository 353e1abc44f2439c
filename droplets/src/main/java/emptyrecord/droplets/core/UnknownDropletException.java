package emptyrecord.droplets.core;

/** A droplet that is not hosted here; the message says which are. */
public final class UnknownDropletException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownDropletException(DropletId droplet, FleetShape shape) {
        super(droplet + " is not hosted here; this service hosts " + shape.first() + " to " + shape.last()
                + " (droplets.hosts, droplets.droplets-per-host)");
    }
}
