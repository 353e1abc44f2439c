package emptyrecord.kit.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Conversations in HTTP/1.1 by chance (RFC 9112): one to four requests after another without waiting, whose lines, lengths
 * and chunks are mostly right; a third of the conversations is mutated.
 */
public final class HttpBytes {

    private static final String END = "\r\n";
    private static final List<String> LENGTHS = List.of(
            "-1", "+5", "5, 5", "5,6", "0x5", "", " ", "99999999999999999999", "2147483648", "5 5", "\u0665", "1e1");
    private static final List<String> SIZES = List.of(
            "-1", "0x5", "FFFFFFFF", "FFFFFFFFFFFFFFFFF", "7FFFFFFF", "", " 5", "5 ", "5;a=b", "g", "00000005", ";");

    private final Chance chance;
    private final List<String> paths;

    private HttpBytes(Chance chance, List<String> paths) {
        this.chance = chance;
        this.paths = paths;
    }

    /** @param paths that the service has; none that streams without end */
    public static byte[] conversation(Chance chance, List<String> paths) {
        HttpBytes http = new HttpBytes(chance, paths);
        String requests = IntStream.range(0, chance.oneIn(3) ? chance.between(2, 4) : 1)
                .mapToObj(i -> http.request())
                .collect(Collectors.joining());
        byte[] bytes = requests.getBytes(StandardCharsets.ISO_8859_1);
        return chance.oneIn(3) ? Mutation.of(bytes, chance) : bytes;
    }

    private String request() {
        String method = chance.oneIn(12)
                ? chance.of(
                        "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", "G\u0001T", "", "PRI", "x".repeat(200), "GET ")
                : chance.of("GET", "HEAD", "POST", "POST", "PUT", "DELETE");
        String body = method.equals("GET") || method.equals("HEAD") ? "" : body();
        return method + " " + path() + version() + eol() + host() + headers() + framed(body);
    }

    private String eol() {
        return chance.oneIn(60) ? chance.of("\n", "\r", "\r\r\n", "\n\r", "", "\u0000\r\n") : END;
    }

    private String version() {
        return chance.oneIn(25)
                ? chance.of(
                        "",
                        " HTTP/1.0",
                        " HTTP/0.9",
                        " HTTP/2.0",
                        " HTTP/1.1.1",
                        " http/1.1",
                        " HTTP/9.9",
                        "  HTTP/1.1 x")
                : " HTTP/1.1";
    }

    private String path() {
        String path = chance.of(paths);
        return switch (chance.below(12)) {
            case 0 ->
                chance.of(
                        "*",
                        "",
                        "/../..",
                        "/%2e%2e/x",
                        "/%00",
                        "/%zz",
                        "/a;b=c/%5c",
                        "//" + path,
                        "http://127.0.0.1" + path,
                        "http://[::",
                        "127.0.0.1:80",
                        "/" + "x".repeat(9_000),
                        "/\u00e9 \u0000",
                        "/<script>");
            case 1 ->
                path + "?" + chance.of("%", "a=%zz", "a=" + "b".repeat(9_000), "a&".repeat(700), "\"<>", "a=%c0%af");
            default -> path;
        };
    }

    private String host() {
        String usual = "Host: localhost" + END;
        return chance.oneIn(25)
                ? chance.of(
                        "",
                        usual + usual,
                        "Host:" + END,
                        "Host: a b" + END,
                        "Host: evil.example" + END,
                        "Host: [::1" + END,
                        "Host: x:99999" + END,
                        "Host: user@localhost" + END)
                : usual;
    }

    private String headers() {
        return IntStream.range(0, chance.oneIn(60) ? 90 : chance.below(5))
                .mapToObj(i -> header() + eol())
                .collect(Collectors.joining());
    }

    private String header() {
        String odd = Odd.any(chance).replaceAll("[\\r\\n]", " ");
        return chance.of(
                "Accept: " + chance.of("*/*", "text/html", "a/b;q=2", "/", odd),
                "Content-Type: " + chance.of("application/json", "application/json;charset=x", "text/xml", "/", odd),
                "Connection: " + chance.of("close", "keep-alive", "upgrade", "x, y", odd),
                "Upgrade: " + chance.of("h2c", "websocket", odd),
                "Expect: " + chance.of("100-continue", "x"),
                "Range: bytes=" + chance.of("0-", "-1", "9-1", "0-0,".repeat(300), odd),
                "Cookie: " + chance.of("a=b", "=", "a=\"", "$Version=1; a", odd),
                "Accept-Language: " + chance.of("de", "*;q=x", "-", odd),
                "Accept-Encoding: " + chance.of("gzip", "x;q=0"),
                "If-Modified-Since: " + odd,
                "Origin: " + chance.of("null", "http://evil.example", odd),
                "traceparent: " + chance.of("00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01", "00", odd),
                "Authorization: " + chance.of("Bearer x", "Basic %", "AWS4-HMAC-SHA256 x", odd),
                "X-Amz-Target: " + chance.of("DynamoDB_20120810.ListTables", odd),
                "X-Forwarded-For: " + odd,
                "X-Usual: " + chance.word(),
                chance.oneIn(3) ? "X-Odd: " + odd : "X-Usual: yes",
                !chance.oneIn(4)
                        ? "Via: 1.1 x"
                        : chance.of(
                                "X Y: z",
                                ": z",
                                "X",
                                "X\u0000: z",
                                "\u00e9: z",
                                " folded: z",
                                "X:" + "x".repeat(9_000)));
    }

    private String body() {
        return chance.of(
                "", "{}", "{\"a\":1}", "a=1&b=2", "hello", "[".repeat(300), "x".repeat(3_000), "{\"TableName\":1}");
    }

    /** The lines that frame the body, the empty line, and the body. */
    private String framed(String body) {
        if (body.isEmpty() && !chance.oneIn(10)) {
            return END;
        }
        if (chance.oneIn(3)) {
            String encoding =
                    chance.oneIn(12) ? chance.of("gzip", "chunked, chunked", "xchunked", "identity", "") : "chunked";
            String both = chance.oneIn(15) ? length(body) : "";
            return "Transfer-Encoding: " + encoding + eol() + both + END + chunks(body);
        }
        return length(body) + (chance.oneIn(20) ? length(body) : "") + END + body;
    }

    private String length(String body) {
        String lie = chance.oneIn(3) ? chance.of(LENGTHS) : Integer.toString(body.length() + chance.between(-3, 3));
        return "Content-Length: " + (chance.oneIn(10) ? lie : body.length()) + eol();
    }

    private String chunks(String body) {
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < body.length(); ) {
            int length = Math.min(body.length() - at, chance.between(1, 1_000));
            String size = chance.oneIn(25) ? chance.of(SIZES) : Integer.toHexString(length);
            chunks.append(size).append(eol()).append(body, at, at + length).append(eol());
            at += length;
        }
        String trailer = chance.oneIn(12) ? header() + END : "";
        return chunks + (chance.oneIn(25) ? chance.of(SIZES) : "0") + END + trailer + (chance.oneIn(25) ? "" : END);
    }
}
