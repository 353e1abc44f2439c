package emptyrecord.droplets.core;

/** What a holder tells its droplet to do with an instance. */
public record Order(DropletId droplet, Claim claim, InstanceId instance, Kind kind) {

    /** The kinds of orders. */
    public enum Kind {
        START,
        /** A stop and a termination are the same to a droplet. */
        END,
        REBOOT
    }
}
