package emptyrecord.control.playback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packs JavaScript modules into one script without imports: a page that is opened from disk may not load modules. Every
 * module becomes a function that gives its exports, in an order in which each comes after those that it imports. It
 * understands what our modules use, named imports and exported declarations, and refuses anything else.
 */
final class ModulePacker {

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import \\{([^}]*)\\} from \"\\./([a-z]+\\.js)\";[ \\t]*\\R?");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export (?=(?:async )?(?:function|const|class) ([A-Za-z0-9_$]+))");
    private static final Pattern LEFT = Pattern.compile("(?m)^\\s*(?:import|export)\\b.*$|\\bimport\\(");

    private final UnaryOperator<String> source;
    private final Map<String, String> packed = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private ModulePacker(UnaryOperator<String> source) {
        this.source = source;
    }

    /**
     * One script that does what the entry module does.
     *
     * @param entry file name, for example {@code main.js}
     * @param source gives a module's text by its file name
     * @throws IllegalArgumentException for a circle of imports, or a form of import or export that is not understood
     */
    static String pack(String entry, UnaryOperator<String> source) {
        ModulePacker packer = new ModulePacker(source);
        packer.add(entry);
        return "\"use strict\";\n" + String.join("", packer.packed.values());
    }

    private void add(String file) {
        if (packed.containsKey(file)) {
            return;
        }
        if (!open.add(file)) {
            throw new IllegalArgumentException("modules import each other in a circle: " + open + " and again " + file);
        }
        String text = source.apply(file);
        StringBuilder head = new StringBuilder();
        for (MatchResult found : IMPORT.matcher(text).results().toList()) {
            add(found.group(2));
            head.append("const {")
                    .append(found.group(1).replaceAll("\\bas\\b", ":"))
                    .append("} = ")
                    .append(variable(found.group(2)))
                    .append(";\n");
        }
        List<String> exports = new ArrayList<>();
        EXPORT.matcher(text).results().forEach(r -> exports.add(r.group(1)));
        String body = EXPORT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
        Matcher left = LEFT.matcher(body);
        if (left.find()) {
            throw new IllegalArgumentException(file + " has an import or export that the packer does not understand: "
                    + left.group().strip());
        }
        packed.put(
                file,
                "const " + variable(file) + " = (() => {\n" + head + body.strip() + "\nreturn {"
                        + String.join(", ", exports) + "};\n})();\n");
        open.remove(file);
    }

    private static String variable(String file) {
        return "$" + file.substring(0, file.length() - ".js".length());
    }
}
