package emptyrecord.lab.run;

import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.ProblemText;
import emptyrecord.lab.failure.Suggestion;
import emptyrecord.lab.home.LabHome;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.reader.ScenarioFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scenario as named on the command line: a file, or the name of one that comes with the lab. */
public record ScenarioSource(String name, String text) {

    /** More than any scenario that the reader accepts. */
    private static final long BYTES_MAX = 1_000_000;

    /** @throws LabException when it is neither, or when the file is no scenario: line, field and what is allowed */
    public static ScenarioSource find(String nameOrFile, LabHome home) {
        Path file = Path.of(nameOrFile);
        Path shipped = home.home().resolve("scenarios").resolve(nameOrFile + ".yaml");
        if (!Files.isRegularFile(file)) {
            file = shipped;
        }
        if (!Files.isRegularFile(file)) {
            throw LabException.usage("there is no file and no scenario '" + nameOrFile + "'"
                    + Suggestion.of(nameOrFile, new ScenarioFiles().names()));
        }
        ScenarioSource found = new ScenarioSource(plain(file), read(file));
        found.scenario(file.toString());
        return found;
    }

    public Scenario scenario(String shownAs) {
        try {
            return new ScenarioFiles().read(shownAs, text);
        } catch (IllegalArgumentException e) {
            throw LabException.usage(ProblemText.inCommands(String.valueOf(e.getMessage())));
        }
    }

    private static String plain(Path file) {
        return file.getFileName().toString().replaceFirst("[.]ya?ml$", "");
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new LabException(file + " has more than " + BYTES_MAX + " bytes; that is no scenario");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new LabException(file + " is not in UTF-8; save it in that encoding");
        } catch (IOException e) {
            throw new LabException("cannot read " + file + ": " + Failures.reason(e));
        }
    }
}
