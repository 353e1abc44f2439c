package emptyrecord.e2e.kill;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/**
 * Asks DNS as customers do. One answer to {@code current TXT} shows two records of one batch, and one transfer shows a
 * whole zone. So half of a batch would be visible: a CNAME without its target, a plan's tree without its leaves.
 */
final class AnswerWitness {

    private static final Pattern TREE = Pattern.compile("^(?:[a-z0-9-]+\\.)?(plan-[0-9]+)\\.");

    private final InetSocketAddress server;
    private final Findings findings;
    private final SimpleResolver resolver;
    private final Set<String> answered = new HashSet<>();
    private long current;

    AnswerWitness(int port, Findings findings) {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.findings = findings;
        this.resolver = new SimpleResolver(server);
        resolver.setTimeout(Duration.ofMillis(1000));
    }

    void look() {
        ask("current." + ChangeWitness.ZONE, Type.TXT).ifPresent(this::judgeChain);
        for (String apex : ActivePlans.ZONES.values()) {
            ask(apex, Type.A).ifPresent(reply -> judgeEndpoint(apex, reply));
        }
    }

    void transfer() {
        for (String apex : ActivePlans.ZONES.values()) {
            try {
                ZoneTransferIn transfer = ZoneTransferIn.newAXFR(Name.fromConstantString(apex), server, null);
                transfer.setTimeout(Duration.ofSeconds(5));
                transfer.run();
                findings.count("zones transferred");
                judgeTrees(apex, transfer.getAXFR());
            } catch (IOException | ZoneTransferException e) {
                findings.count("DNS questions without an answer");
            }
        }
    }

    /**
     * Empty while there is no answer. A query may be sent from the same port that it is sent to while no server holds
     * that port; then it returns unchanged, and is no answer.
     */
    private Optional<Message> ask(String name, int type) {
        try {
            Message reply =
                    resolver.send(Message.newQuery(Record.newRecord(Name.fromConstantString(name), type, DClass.IN)));
            if (!reply.getHeader().getFlag(Flags.QR)) {
                findings.count("DNS questions that met themselves");
                return Optional.empty();
            }
            findings.count("DNS answers");
            return Optional.of(reply);
        } catch (IOException e) {
            findings.count("DNS questions without an answer");
            return Optional.empty();
        }
    }

    /** The CNAME and the text that it leads to belong to one batch; what was published stays published. */
    private void judgeChain(Message reply) {
        List<Record> answers = reply.getSection(Section.ANSWER);
        if (answers.isEmpty() && current == 0) {
            return;
        }
        boolean whole = answers.size() == 2
                && answers.get(0) instanceof CNAMERecord cname
                && answers.get(1) instanceof TXTRecord text
                && cname.getTarget()
                        .toString()
                        .startsWith("gen-" + text.getStrings().getFirst() + ".");
        if (!whole) {
            findings.violated("half a batch: " + reply);
            return;
        }
        long generation =
                Long.parseLong(((TXTRecord) answers.get(1)).getStrings().getFirst());
        if (generation < current) {
            findings.violated("DNS went back from batch " + current + " to " + generation);
        }
        current = generation;
    }

    private void judgeEndpoint(String apex, Message reply) {
        boolean some = reply.getRcode() == Rcode.NOERROR
                && !reply.getSection(Section.ANSWER).isEmpty();
        if (some) {
            answered.add(apex);
        } else if (answered.contains(apex)) {
            findings.violated(apex + " answered nothing: " + reply);
        }
    }

    /** A plan's weighted set answers exactly the addresses of its leaves, A and AAAA: one batch made, or deleted, all. */
    private void judgeTrees(String apex, List<Record> zone) {
        Map<String, Set<String>> sets = new HashMap<>();
        Map<String, Set<String>> leaves = new HashMap<>();
        for (Record record : zone) {
            String below = record.getName().toString();
            Matcher tree = TREE.matcher(below);
            if ((record.getType() == Type.A || record.getType() == Type.AAAA) && tree.find()) {
                var into = below.startsWith(tree.group(1)) ? sets : leaves;
                into.computeIfAbsent(tree.group(1), p -> new HashSet<>()).add(record.rdataToString());
            }
        }
        if (!sets.equals(leaves)) {
            findings.violated("half a tree in " + apex + ": sets " + sets + ", leaves " + leaves);
        }
        findings.count(sets.size() > 1 ? "transfers with several trees" : "transfers with at most one tree");
    }
}
