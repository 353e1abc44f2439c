package emptyrecord.droplets.core;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which droplets there are, and how large they are.
 *
 * @param hosts DWFM hosts whose droplets are here, from 1
 * @param dropletsPerHost of each of them
 * @param room instances that run on a droplet at most
 */
public record FleetShape(int hosts, int dropletsPerHost, int room) {

    DropletId first() {
        return new DropletId(1, 0);
    }

    DropletId last() {
        return new DropletId(hosts, dropletsPerHost - 1);
    }

    /** Host by host, slot by slot. */
    List<DropletId> ids() {
        return IntStream.rangeClosed(1, hosts)
                .boxed()
                .flatMap(h -> IntStream.range(0, dropletsPerHost).mapToObj(s -> new DropletId(h, s)))
                .toList();
    }

    /** The DWFM hosts, for example {@code dwfm-1}. */
    public List<String> managers() {
        return IntStream.rangeClosed(1, hosts)
                .mapToObj(h -> new DropletId(h, 0).manager())
                .toList();
    }
}
