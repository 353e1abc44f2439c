package emptyrecord.kit.dns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the trees of plans are named in a zone (F33): readable, or by UUIDs as in the night, which slowed the humans.
 *
 * <p>A UUID is name-based (RFC 9562, section 5.5), in the RFC's namespace of domain names, and its name is the readable
 * one: {@code uuidgen --sha1 --namespace @dns --name plan-145.ZONE} gives it as well. So zone and generation determine
 * the name. The way back is a search, {@link #generation}; it finds both kinds, so a region may change from one to the
 * other.
 */
public enum TreeNames {
    READABLE,
    UUIDS;

    /** Generations that the search goes to both sides of the last one it found in a zone. */
    static final int REACH = 200_000;

    private static final Pattern PLAN = Pattern.compile("plan-([0-9]{1,18})");
    private static final Pattern NAME_BASED =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /** RFC 9562, section 6.6: the namespace of domain names. */
    private static final UUID DOMAIN_NAMES = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    /** Where a zone's search begins. A remembered answer only shortens the way. */
    private static final Map<String, Long> LAST_FOUND = new ConcurrentHashMap<>();

    /** The name of a plan's weighted set, without the final dot. */
    public String tree(String zone, long generation) {
        String readable = "plan-" + generation + "." + zone;
        return this == READABLE ? readable : nameBased(readable) + "." + zone;
    }

    /** How a tree's name was made. */
    public static TreeNames of(String tree) {
        return NAME_BASED
                        .matcher(tree.substring(0, Math.max(0, tree.indexOf('.'))))
                        .matches()
                ? UUIDS
                : READABLE;
    }

    /**
     * The plan that a name in a zone belongs to: the weighted set itself or a leaf below it. It does not matter whether the
     * tree is there: a dangling ALIAS still names its plan (F39).
     *
     * @return empty for a name that no plan has
     */
    public static OptionalLong generation(String zone, String name) {
        if (!name.endsWith("." + zone)) {
            return OptionalLong.empty();
        }
        String below = name.substring(0, name.length() - zone.length() - 1);
        String label = below.substring(below.lastIndexOf('.') + 1);
        Matcher plan = PLAN.matcher(label);
        if (plan.matches()) {
            return OptionalLong.of(Long.parseLong(plan.group(1)));
        }
        return NAME_BASED.matcher(label).matches() ? search(zone, UUID.fromString(label)) : OptionalLong.empty();
    }

    private static OptionalLong search(String zone, UUID wanted) {
        long from = LAST_FOUND.getOrDefault(zone, 1L);
        for (long distance = 0; distance <= REACH; distance++) {
            for (long generation : new long[] {from + distance, from - distance}) {
                if (generation > 0
                        && nameBased("plan-" + generation + "." + zone).equals(wanted)) {
                    LAST_FOUND.put(zone, generation);
                    return OptionalLong.of(generation);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static UUID nameBased(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(DOMAIN_NAMES.getMostSignificantBits())
                    .putLong(DOMAIN_NAMES.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & ~0xF000L | 0x5000L;
            long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
