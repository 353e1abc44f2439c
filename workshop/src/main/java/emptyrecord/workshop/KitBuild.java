package emptyrecord.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Writes the kit as HTML, and as PDF where the machine has a Chromium. */
public final class KitBuild {

    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private KitBuild() {}

    /** @param args the kit's folder, and the folder to write to */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String... args) {
        if (args.length != 2) {
            System.err.println("usage: KitBuild KIT-FOLDER TARGET-FOLDER");
            return USAGE;
        }
        try {
            Optional<Chromium> browser = Chromium.find();
            build(Path.of(args[0]), Path.of(args[1]), browser);
            System.out.println(
                    "the kit is in " + Path.of(args[1]).toAbsolutePath().normalize()
                            + (browser.isPresent()
                                    ? ""
                                    : "; without PDFs: no Chromium was found, set CHROMIUM to the path of one"));
            return 0;
        } catch (IOException e) {
            System.err.println("kit: " + e.getMessage());
            return FAILED;
        }
    }

    static void build(Path kit, Path target, Optional<Chromium> browser) throws IOException {
        Files.createDirectories(target);
        for (Map.Entry<String, String> page : new Kit(kit).pages().entrySet()) {
            Path html = target.resolve(page.getKey() + ".html");
            Files.writeString(html, page.getValue());
            if (browser.isPresent()) {
                browser.get().print(html, target.resolve(page.getKey() + ".pdf"));
            }
        }
    }
}
