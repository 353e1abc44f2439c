package emptyrecord.scenario.reader;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Bounds a YAML file before a tree is made of it. The parser's events come one by one, so nothing is built or followed
 * that is too deep, too large, or nested in itself. A scenario is 6 deep and has some hundred values; all bounds are
 * our choice.
 */
final class YamlBounds {

    /** Characters of a file; a scenario has a few thousand. */
    static final int CHARACTERS = 200_000;

    static final int DEPTH = 20;
    static final int VALUES = 5000;
    static final int TEXT = 4000;

    private final String file;
    private int depth;
    private int values;

    private YamlBounds(String file) {
        this.file = file;
    }

    /** @throws BadScenarioException names the line and the excess there */
    static void check(String file, String text, LoadSettings settings) {
        if (text.length() > CHARACTERS) {
            throw new BadScenarioException(
                    file,
                    List.of("it has " + text.length() + " characters; a scenario has " + CHARACTERS + " at most"));
        }
        YamlBounds bounds = new YamlBounds(file);
        new Parse(settings).parseString(text).forEach(bounds::see);
    }

    private void see(Event event) {
        if (event instanceof NodeEvent node) {
            if (node instanceof AliasEvent || node.getAnchor().isPresent()) {
                throw bad(event, "anchors (&) and aliases (*) are not used in scenarios; write the part out");
            }
            if (++values > VALUES) {
                throw bad(event, "more than " + VALUES + " values; split it into several scenarios");
            }
        }
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() > TEXT) {
            throw bad(event, "a text of more than " + TEXT + " characters; shorten it");
        }
        if (event instanceof CollectionStartEvent && ++depth > DEPTH) {
            throw bad(event, "deeper than " + DEPTH + " levels; a scenario has six");
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
    }

    private BadScenarioException bad(Event at, String what) {
        int line = at.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new BadScenarioException(file, List.of("line " + line + ": " + what));
    }
}
