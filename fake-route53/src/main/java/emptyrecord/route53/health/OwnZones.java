package emptyrecord.route53.health;

import emptyrecord.route53.core.AnswerFunction;
import emptyrecord.route53.core.DnsResult;
import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.Zones;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Type;

/** Names by the answers of this region's DNS, health checks included; nobody else is asked. */
public final class OwnZones implements Probes.Names {

    private final Supplier<Zones> zones;
    private final Supplier<Health> health;
    private final SplittableRandom seeds;

    /** @param seeds of the picks among weighted children; locked here whenever it is used */
    public OwnZones(Supplier<Zones> zones, Supplier<Health> health, SplittableRandom seeds) {
        this.zones = zones;
        this.health = health;
        this.seeds = seeds;
    }

    private SplittableRandom next() {
        synchronized (seeds) {
            return seeds.split();
        }
    }

    @Override
    public Optional<byte[]> resolve(String name) {
        DnsResult result = new AnswerFunction(zones.get(), health.get(), next())
                .answer(RecordName.parse(name).toName(), Type.A);
        return result instanceof DnsResult.Found found
                ? found.answers().stream()
                        .filter(ARecord.class::isInstance)
                        .map(record -> ((ARecord) record).getAddress().getAddress())
                        .findFirst()
                : Optional.empty();
    }
}
