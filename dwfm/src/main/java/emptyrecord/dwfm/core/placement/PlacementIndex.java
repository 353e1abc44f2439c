package emptyrecord.dwfm.core.placement;

import emptyrecord.dwfm.core.lease.DropletId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Which droplets a launch may be placed on. A droplet is offered while its lease is held (F50), a slot of it is free, and
 * nothing on it is in doubt. In doubt is a droplet that may run a launch which its caller has given up: until its host has
 * settled that, nobody knows how full it is, so it takes no other launch (our choice).
 *
 * <p>A draw is uniform over what is offered, from a seeded generator. Nobody announces that a lease has run out, or that a
 * host is away: the droplet that is drawn is asked, and one that is not ready leaves the index until its next successful
 * state check. So a droplet leaves at most once for each time it came, and a draw costs O(1) on average, whatever the size
 * of the fleet. It takes some 25 bytes a droplet.
 */
public final class PlacementIndex {

    private static final int ABSENT = -1;

    private final Shape shape;
    private final RandomGenerator chance;
    private final int[] used;
    private final int[] doubts;
    private final boolean[] leased;
    private final int[] timesLeased;

    /** Of a droplet in its zone's list. */
    private final int[] position;

    private final Offers[] zones;

    /**
     * The fleet.
     *
     * @param droplets of each host
     * @param zones that each host's droplets are dealt over, in turn
     * @param slots instances that fit on a droplet
     */
    public record Shape(int hosts, int droplets, int zones, int slots) {

        private int size() {
            return Math.multiplyExact(hosts, droplets);
        }

        private boolean covers(DropletId droplet) {
            return droplet.host() >= 1 && droplet.host() <= hosts && droplet.slot() >= 0 && droplet.slot() < droplets;
        }

        private int number(DropletId droplet) {
            return (droplet.host() - 1) * droplets + droplet.slot();
        }

        private DropletId droplet(int number) {
            return new DropletId(1 + number / droplets, number % droplets);
        }

        private int zone(int number) {
            return number % droplets % zones;
        }
    }

    /** The droplets offered in a zone, in no order. */
    private static final class Offers {
        private int[] numbers = new int[16];
        private int count;

        private void add(int number, int[] position) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            position[number] = count;
            numbers[count++] = number;
        }

        private void remove(int number, int[] position) {
            int last = numbers[--count];
            numbers[position[number]] = last;
            position[last] = position[number];
            position[number] = ABSENT;
        }
    }

    /** @param chance seeded */
    public PlacementIndex(Shape shape, RandomGenerator chance) {
        this.shape = shape;
        this.chance = chance;
        this.used = new int[shape.size()];
        this.doubts = new int[shape.size()];
        this.leased = new boolean[shape.size()];
        this.timesLeased = new int[shape.size()];
        this.position = new int[shape.size()];
        Arrays.fill(position, ABSENT);
        this.zones = Stream.generate(Offers::new).limit(shape.zones()).toArray(Offers[]::new);
    }

    /**
     * Takes a slot of a droplet.
     *
     * @param zone number of the zone; empty for any
     * @param ready whether its lease is held and its host is at work, now
     * @return empty if no droplet qualifies
     */
    public Optional<DropletId> reserve(Optional<Integer> zone, Predicate<DropletId> ready) {
        Optional<DropletId> drawn = draw(zone);
        while (drawn.isPresent() && !ready.test(drawn.get())) {
            notReady(drawn.get());
            drawn = draw(zone);
        }
        return drawn;
    }

    /** One step of {@link #reserve}: takes a slot of a droplet that may turn out not to be ready. */
    public Optional<DropletId> draw(Optional<Integer> zone) {
        int offered = zone.map(this::offered).orElseGet(this::offered);
        if (offered == 0) {
            return Optional.empty();
        }
        int number = pick(zone, chance.nextInt(offered));
        use(number, 1);
        return Optional.of(shape.droplet(number));
    }

    private int pick(Optional<Integer> zone, int nth) {
        if (zone.isPresent()) {
            return zones[zone.get()].numbers[nth];
        }
        int in = 0;
        int rest = nth;
        while (rest >= zones[in].count) {
            rest -= zones[in++].count;
        }
        return zones[in].numbers[rest];
    }

    /** The droplet that was drawn is not ready: its slot is free again, and it leaves the index. */
    public void notReady(DropletId droplet) {
        int number = shape.number(droplet);
        leased[number] = false;
        use(number, -1);
    }

    /** A state check or an attempt on the droplet has succeeded: its lease is held. */
    public void leased(DropletId droplet) {
        int number = shape.number(droplet);
        leased[number] = true;
        timesLeased[number]++;
        offer(number);
    }

    /** An instance is on the droplet that was not placed by a draw. */
    public void occupied(DropletId droplet) {
        use(shape.number(droplet), 1);
    }

    /** A slot of it is free again. */
    public void released(DropletId droplet) {
        use(shape.number(droplet), -1);
    }

    /** A launch that was given up may be on it. */
    public void doubtful(DropletId droplet) {
        int number = shape.number(droplet);
        doubts[number]++;
        offer(number);
    }

    /** One doubt less. */
    public void settled(DropletId droplet) {
        int number = shape.number(droplet);
        doubts[number]--;
        offer(number);
    }

    /** How often {@link #leased} was called for it; wraps around. */
    public int timesLeased(DropletId droplet) {
        return timesLeased[shape.number(droplet)];
    }

    /**
     * Of what was written when the fleet may have been larger.
     *
     * @param what is on the droplet
     * @throws IllegalStateException if the fleet has no such droplet, with what to do
     */
    public void refuseUnlessCovered(DropletId droplet, String what) {
        if (!shape.covers(droplet)) {
            throw new IllegalStateException(
                    what + " is on " + droplet + ", but there are only dwfm.hosts=" + shape.hosts()
                            + " hosts with dwfm.droplets-per-host=" + shape.droplets()
                            + " droplets; set both at least as large as when the table of instances was written, or begin with"
                            + " new data");
        }
    }

    /** Slots in use on a droplet. */
    public int used(DropletId droplet) {
        return used[shape.number(droplet)];
    }

    /** Droplets that a launch could be placed on, in all zones; some of them may turn out not to be ready. */
    public int offered() {
        int offered = 0;
        for (Offers zone : zones) {
            offered += zone.count;
        }
        return offered;
    }

    private int offered(int zone) {
        return zones[zone].count;
    }

    private void use(int number, int more) {
        used[number] += more;
        offer(number);
    }

    /** Puts it into its zone's list, or takes it out, as it should be. */
    private void offer(int number) {
        boolean wanted = leased[number] && doubts[number] == 0 && used[number] < shape.slots();
        boolean listed = position[number] != ABSENT;
        if (wanted && !listed) {
            zones[shape.zone(number)].add(number, position);
        } else if (!wanted && listed) {
            zones[shape.zone(number)].remove(number, position);
        }
    }
}
