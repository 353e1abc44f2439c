package emptyrecord.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.e2e.observability.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The targets of the pages' links exist. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern PATH = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+|[\\w.-]+\\.(?:xml|yml|md))`");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(Project.file("."), 4)) {
            return all.filter(f -> f.toString().endsWith(".md"))
                    .filter(f -> !f.toString().contains("/target/"))
                    .filter(f -> !f.toString().contains("/runs/"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (String link : found(LINK, page)) {
                if (!link.contains(":")) {
                    links++;
                    if (!Files.exists(page.resolveSibling(link))) {
                        broken.add(page + " -> " + link);
                    }
                }
            }
        }
        assertThat(links).isGreaterThan(50);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyFileThatTheRecipesNameExists() throws IOException {
        List<String> files = found(PATH, Project.file("CONTRIBUTING.md"));
        assertThat(files)
                .hasSizeGreaterThan(20)
                .allSatisfy(f -> assertThat(Project.file(f)).exists());
    }
}
