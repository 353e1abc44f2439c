package emptyrecord.e2e.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small EC2 whose writes come before its answers, or, with the planted defect, after them. */
final class StandInEc2 implements AutoCloseable {

    private final boolean answersFirst;
    private final HttpServer http;
    private final Map<String, Ec2.Described> memory = new LinkedHashMap<>();
    private final Map<String, Ec2.Described> disk = new LinkedHashMap<>();
    private int launched;

    /** @param answersFirst the defect: what a request changes is written when the next one comes */
    StandInEc2(boolean answersFirst) throws IOException {
        this.answersFirst = answersFirst;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /** {@code kill -9} and a new start: only what was written is known. */
    synchronized void kill() {
        memory.clear();
        memory.putAll(disk);
    }

    private void write() {
        disk.clear();
        disk.putAll(memory);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (answersFirst) {
            write();
        }
        Map<String, Ec2.Described> subject = carryOut(form);
        if (!answersFirst) {
            write();
        }
        boolean known = !form.containsKey("InstanceId.1") || !subject.isEmpty();
        byte[] body = (known ? xml(subject) : error()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Map<String, Ec2.Described> carryOut(Map<String, String> form) {
        return switch (form.getOrDefault("Action", "")) {
            case "RunInstances" ->
                run(form.getOrDefault("ClientToken", ""), Integer.parseInt(form.getOrDefault("MaxCount", "1")));
            case "StopInstances" -> change(form, "stopped");
            case "StartInstances" -> change(form, "running");
            case "TerminateInstances" -> change(form, "terminated");
            default -> chosen(form);
        };
    }

    private Map<String, Ec2.Described> run(String token, int count) {
        Map<String, Ec2.Described> answer = new LinkedHashMap<>();
        memory.values().stream().filter(i -> i.token().equals(token)).forEach(i -> answer.put(i.id(), i));
        while (answer.size() < count) {
            Ec2.Described next = new Ec2.Described("i-%017x".formatted(++launched), "running", token);
            memory.put(next.id(), next);
            answer.put(next.id(), next);
        }
        return answer;
    }

    private Map<String, Ec2.Described> change(Map<String, String> form, String state) {
        Map<String, Ec2.Described> chosen = chosen(form);
        chosen.replaceAll((id, i) -> new Ec2.Described(id, state, i.token()));
        memory.putAll(chosen);
        return chosen;
    }

    /** Those that are named, or all; none if one of them is unknown. */
    private Map<String, Ec2.Described> chosen(Map<String, String> form) {
        Map<String, Ec2.Described> chosen = new LinkedHashMap<>(memory);
        if (form.containsKey("InstanceId.1")) {
            chosen.keySet().retainAll(form.values());
            long named = form.keySet().stream()
                    .filter(k -> k.startsWith("InstanceId."))
                    .count();
            if (chosen.size() < named) {
                chosen.clear();
            }
        }
        return chosen;
    }

    private static String xml(Map<String, Ec2.Described> instances) {
        StringBuilder items = new StringBuilder();
        instances
                .values()
                .forEach(i -> items.append("<item><instanceId>" + i.id() + "</instanceId><instanceState><name>"
                        + i.state() + "</name></instanceState><clientToken>" + i.token() + "</clientToken></item>"));
        return "<Answer><instancesSet>" + items + "</instancesSet></Answer>";
    }

    private static String error() {
        return "<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code>"
                + "<Message>The instance does not exist</Message></Error></Errors></Response>";
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            form.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
