package emptyrecord.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A script that does a small real job through one of AWS's SDKs, run by that SDK's own language. The scripts are in
 * {@code src/test/scripts} of the module whose service they use; they check each result and end with a line that says so.
 */
public final class SdkScript {

    private static final Path NPM_PROJECT = Path.of("..", "service-kit", "src", "test", "javascript");
    private static final Path INSTALLED = Path.of("..", "service-kit", "target", "javascript");
    private static final List<String> PROJECT_FILES = List.of("package.json", "package-lock.json");

    /** What the SDK's package.json asks for. */
    private static final int NODE_MIN = 20;

    private final Program language;
    private final Map<String, String> environment;

    private SdkScript(Program language, Map<String, String> environment) {
        this.language = language;
        this.environment = environment;
    }

    /** With the AWS SDK for JavaScript, which npm installs once for all modules. Skipped where that is not possible. */
    public static SdkScript javaScript() {
        Program node = Program.orSkip("/usr/bin/node", "nodejs");
        String version = node.run(Map.of(), List.of("--version")).output().strip();
        assumeTrue(
                Integer.parseInt(version.replaceAll("v([0-9]+).*", "$1")) >= NODE_MIN,
                "the AWS SDK for JavaScript needs Node.js " + NODE_MIN + " or newer, not " + version);
        install(Program.orSkip("/usr/bin/npm", "npm"));
        Path modules = INSTALLED.resolve("node_modules").toAbsolutePath().normalize();
        return new SdkScript(node, Map.of("NODE_PATH", modules.toString()));
    }

    /** With boto3. Skipped where there is none. */
    public static SdkScript python() {
        Program python = Program.orSkip("/usr/bin/python3", "python3");
        Program.Result boto3 = python.run(Map.of(), List.of("-c", "import boto3"));
        assumeTrue(boto3.exit() == 0, "there is no boto3; Debian's package python3-boto3 has it");
        return new SdkScript(python, Map.of("PYTHONDONTWRITEBYTECODE", "1"));
    }

    /**
     * Runs a script to its end.
     *
     * @param endpoint of the service
     * @throws AssertionError with the script's output if it failed
     */
    public void run(String script, String endpoint) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(Map.of(
                "AWS_ACCESS_KEY_ID", "lab",
                "AWS_SECRET_ACCESS_KEY", "lab",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_REGION", "us-east-1",
                "AWS_CONFIG_FILE", "/nonexistent",
                "AWS_SHARED_CREDENTIALS_FILE", "/nonexistent",
                "AWS_EC2_METADATA_DISABLED", "true"));
        Path file = Path.of("src", "test", "scripts", script);
        Program.Result result = language.run(all, List.of(file.toString(), endpoint));
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output().strip()).as("its last line").endsWith(script + ": done");
    }

    /** Two modules may come here at once; a lock on a file lets one of them install. */
    private static void install(Program npm) {
        try {
            Files.createDirectories(INSTALLED);
            try (FileChannel lock = FileChannel.open(
                            INSTALLED.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (!isInstalled()) {
                    installInto(npm);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInstalled() throws IOException {
        if (!Files.exists(INSTALLED.resolve("complete"))) {
            return false;
        }
        for (String file : PROJECT_FILES) {
            if (Files.mismatch(NPM_PROJECT.resolve(file), INSTALLED.resolve(file)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void installInto(Program npm) throws IOException {
        Files.deleteIfExists(INSTALLED.resolve("complete"));
        for (String file : PROJECT_FILES) {
            Files.copy(NPM_PROJECT.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Program.Result done = npm.run(
                Map.of(),
                List.of(
                        "ci",
                        "--prefix",
                        INSTALLED.toString(),
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--prefer-offline"));
        assumeTrue(done.exit() == 0, "npm cannot install the AWS SDK for JavaScript: " + done.output());
        Files.createFile(INSTALLED.resolve("complete"));
    }
}
