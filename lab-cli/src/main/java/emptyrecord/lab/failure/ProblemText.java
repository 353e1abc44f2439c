package emptyrecord.lab.failure;

import emptyrecord.api.common.Problem;
import emptyrecord.api.json.Absent;
import emptyrecord.api.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A service's error answer (RFC 9457) as one sentence in the terms of the command line. */
public final class ProblemText {

    private static final JsonMapper JSON = ContractJson.MAPPER;
    private static final Pattern NESTED = Pattern.compile("([0-9]{3} [A-Z_]+:? )?(\\{.*})", Pattern.DOTALL);
    private static final Pattern CLASS_NAME =
            Pattern.compile("\\b([a-z]\\w*\\.)*[A-Z]\\w*(Exception|Error)\\b(: )?(null)?");

    /**
     * A sentence in an error answer.
     *
     * @param detail of a problem (RFC 9457)
     * @param message of AWS's protocols
     */
    private record Told(@Nullable String detail, @Nullable String message) {

        private String words() {
            String problem = Absent.toEmpty(detail);
            return problem.isEmpty() ? Absent.toEmpty(message) : problem;
        }
    }

    /** Terms of the services' interface, with the command-line argument that replaces each. */
    static final Map<String, String> COMMANDS = commands();

    private ProblemText() {}

    private static Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("\"untilHealed\": true", "--until-healed");
        commands.put("Give leaseMinutes or untilHealed, not both", "Give --lease or --until-healed, not both");
        commands.put("leaseMinutes", "--lease");
        commands.put("abort it with DELETE /replays/current", "stop it with Ctrl-C where it plays");
        commands.put("abort it with DELETE /scenario-runs/current", "stop it with Ctrl-C where it plays");
        commands.put("DELETE /drills/current", "./lab drill end");
        commands.put("POST /drills", "./lab drill start SCENARIO");
        commands.put("POST /replays", "./lab replay");
        commands.put("POST /scenarios/{name}/runs", "./lab scenario run NAME");
        return commands;
    }

    /**
     * The sentence.
     *
     * @param who the service that answered, for an answer that carries none
     */
    public static String of(String who, int status, byte[] body) {
        String detail = detail(new String(body, StandardCharsets.UTF_8));
        return detail.isBlank()
                ? who + " answered with HTTP status " + status + " and no reason; look at ./lab logs"
                : inCommands(status == 401 ? token(detail) : detail);
    }

    /** Whether a problem reports that nothing exists yet, for example no drill; then no name was wrong. */
    public static boolean isNothingYet(byte[] body) {
        return Problem.read(new String(body, StandardCharsets.UTF_8))
                .filter(Problem::nothingYet)
                .isPresent();
    }

    private static String token(String detail) {
        return detail.startsWith("That is not")
                ? "the facilitator's token in LAB_TOKEN is not this region's; who started the region has the right one,"
                        + " in the file 'token' of its folder"
                : "this takes the facilitator's token: export LAB_TOKEN=…; who started the region has it, in the file"
                        + " 'token' of its folder";
    }

    /** A problem's detail; if the service only passes on another's problem, that one's. */
    private static String detail(String body) {
        String text = field(body);
        var nested = NESTED.matcher(text);
        if (nested.find()) {
            String inner = detail(nested.group(2));
            text = nested.replaceFirst(java.util.regex.Matcher.quoteReplacement(inner));
        }
        return text.strip();
    }

    private static String field(String body) {
        try {
            return JSON.readValue(body, Told.class).words();
        } catch (JacksonException e) {
            return body.startsWith("<") || body.startsWith("{") ? "" : body;
        }
    }

    /** Without class names, and with commands instead of HTTP requests. */
    public static String inCommands(String sentence) {
        String text = CLASS_NAME.matcher(sentence).replaceAll("");
        for (Map.Entry<String, String> each : COMMANDS.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text.replaceAll(" injects it", "")
                .replaceAll("; PUT /chaos/([a-z-]+)", "; inject it with ./lab inject $1")
                .replaceAll(" (GET|PUT|POST|DELETE) /[^\\s:,;]*", "")
                .replace("()", "")
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
