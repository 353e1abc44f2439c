package emptyrecord.api.dwfm;

/**
 * One droplet, as {@code GET /droplets} lists it.
 *
 * @param host the dwfm host that manages it
 * @param leaseHeld whether changes are possible
 */
public record DropletView(String droplet, String host, String zone, boolean leaseHeld) {}
