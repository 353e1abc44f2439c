package emptyrecord.control.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night that a whole region played at speed 60 (seed 889339), thinned to a line for every second minute. */
public final class RecordedNight {

    /** T+ at which the record begins; a little later the trigger was injected at enactor b. */
    public static final double BEGINS = -22.7;

    /** T+ of the trigger. */
    public static final double TRIGGER = -22.5;

    /** With it the control room picks the enactor of the record for its trigger. */
    public static final long SEED = 889_339;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> columns;
    private final TreeMap<Double, String[]> rows = new TreeMap<>();
    private final List<Happening> events;

    /** Something a service told. */
    public record Happening(double t, String service, String kind, Map<String, Object> ids) {}

    private RecordedNight(List<String> csv, List<Happening> events) {
        this.columns = Arrays.asList(csv.getFirst().split(",", -1));
        csv.stream().skip(1).map(l -> l.split(",", -1)).forEach(r -> rows.put(Double.valueOf(r[0]), r));
        this.events = List.copyOf(events);
    }

    public static RecordedNight read() {
        List<Happening> events = new ArrayList<>();
        for (String line : lines("/night/events.jsonl")) {
            JsonNode n = JSON.readTree(line);
            Map<String, Object> ids = new TreeMap<>();
            n.path("ids").properties().forEach(e -> ids.put(e.getKey(), JSON.treeToValue(e.getValue(), Object.class)));
            events.add(new Happening(
                    n.path("t").asDouble(),
                    n.path("service").asString(),
                    n.path("kind").asString(),
                    ids));
        }
        return new RecordedNight(lines("/night/samples.csv"), events);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = RecordedNight.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Happening> events() {
        return events;
    }

    /** A column's text at T+ {@code t}: that of the last line before. */
    public String text(String column, double t) {
        Map.Entry<Double, String[]> row = rows.floorEntry(t);
        return (row == null ? rows.firstEntry() : row).getValue()[columns.indexOf(column)];
    }

    public double number(String column, double t) {
        String text = text(column, t);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    /** A counter's value, evenly grown from one line to the next. */
    public long counter(String column, double t) {
        Map.Entry<Double, String[]> before = rows.floorEntry(t);
        Map.Entry<Double, String[]> after = rows.higherEntry(t);
        if (before == null || after == null) {
            return whole(column, t);
        }
        double from = number(column, before.getKey());
        double way = (t - before.getKey()) / (after.getKey() - before.getKey());
        return Math.round(from + way * (number(column, after.getKey()) - from));
    }

    public long whole(String column, double t) {
        return Math.round(number(column, t));
    }
}
