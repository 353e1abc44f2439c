package emptyrecord.e2e.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules and their rooms as Mermaid charts, drawn from the compiled classes. */
final class ArchitecturePicture {

    private static final String ROOT = "emptyrecord.";

    /** A chart of two packages would show no more than their names. */
    private static final int WORTH_A_CHART = 3;

    /** The rules themselves, which ship with nothing. */
    private static final String RULES = "arch";

    /** In a .proto file: the package of what is made from it. */
    private static final Pattern GENERATED = Pattern.compile("option java_package = \"emptyrecord\\.([a-z.]+)\"");

    private final SortedMap<String, String> modules;
    private final Arrows between = new Arrows();
    private final SortedMap<String, Arrows> inside = new TreeMap<>();

    /** @param home the project's folder, whose sources show which module a package belongs to */
    ArchitecturePicture(Path home) {
        modules = modulesOf(home);
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("test-classes"))
                .importPackages("emptyrecord");
        classes.stream().filter(this::known).forEach(this::add);
    }

    /** Root package, for example {@code enactor}, to module, for example {@code dns-enactor}. */
    private static SortedMap<String, String> modulesOf(Path home) {
        SortedMap<String, String> modules = new TreeMap<>();
        try (Stream<Path> folders = Files.list(home)) {
            for (Path module : folders.sorted().toList()) {
                Path sources = module.resolve("src/main/java/emptyrecord");
                if (Files.isDirectory(sources)) {
                    try (Stream<Path> roots = Files.list(sources)) {
                        roots.forEach(root -> modules.put(
                                root.getFileName().toString(),
                                module.getFileName().toString()));
                    }
                }
                for (String generated : generatedIn(module.resolve("src/main/protobuf"))) {
                    modules.put(generated, module.getFileName().toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules;
    }

    private static List<String> generatedIn(Path folder) throws IOException {
        List<String> packages = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Matcher named = GENERATED.matcher(Files.readString(file));
                    while (named.find()) {
                        packages.add(named.group(1));
                    }
                }
            }
        }
        return packages;
    }

    private boolean known(JavaClass c) {
        return modules.containsKey(rootOf(c)) && !rootOf(c).equals(RULES);
    }

    private String rootOf(JavaClass c) {
        String in = c.getPackageName();
        String below = in.startsWith(ROOT) ? in.substring(ROOT.length()) : "";
        return modules.containsKey(below) ? below : below.split("\\.", 2)[0];
    }

    private String moduleOf(JavaClass c) {
        return modules.getOrDefault(rootOf(c), "");
    }

    /** The package below the module's root, for example {@code core.table}; the root itself keeps its own name. */
    private String roomOf(JavaClass c) {
        String root = rootOf(c);
        String below = c.getPackageName().substring(ROOT.length() + root.length());
        return below.isEmpty() ? root : below.substring(1);
    }

    private void add(JavaClass from) {
        String module = moduleOf(from);
        between.node(module);
        Arrows rooms = inside.computeIfAbsent(module, m -> new Arrows());
        rooms.node(roomOf(from));
        for (Dependency each : from.getDirectDependenciesFromSelf()) {
            JavaClass to = each.getTargetClass();
            if (known(to)) {
                between.add(module, moduleOf(to));
                if (module.equals(moduleOf(to))) {
                    rooms.add(roomOf(from), roomOf(to));
                }
            }
        }
    }

    /** Markdown: one chart of the modules, then one for each module that has several rooms. */
    String text() {
        StringBuilder text = new StringBuilder("### Modules\n\n").append(chart(between));
        inside.forEach((module, rooms) -> {
            if (rooms.nodes().size() >= WORTH_A_CHART) {
                text.append("\n### `").append(module).append("`\n\n").append(chart(rooms));
            }
        });
        return text.toString();
    }

    private static String chart(Arrows arrows) {
        StringBuilder chart = new StringBuilder("```mermaid\nflowchart LR\n");
        arrows.nodes().forEach(n -> chart.append("    %s[%s]%n".formatted(id(n), n)));
        arrows.withoutDetours().forEach(a -> chart.append("    %s --> %s%n".formatted(id(a.from()), id(a.to()))));
        return chart.append("```\n").toString();
    }

    /** Some words are reserved in Mermaid, {@code end} among them, and dots are not allowed. */
    private static String id(String name) {
        return "n_" + name.replace('.', '_').replace('-', '_');
    }
}
