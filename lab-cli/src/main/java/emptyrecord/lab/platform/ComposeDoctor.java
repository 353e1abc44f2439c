package emptyrecord.lab.platform;

import java.util.ArrayList;
import java.util.List;

/** Checks Docker before the stack is started: the engine, Compose, memory, ports, and errors in .env. */
final class ComposeDoctor {

    private static final long MEBIBYTE = 1 << 20;
    private static final long MEMORY_NEEDED_MEBIBYTES = 2500;

    private final ComposeCommand docker;

    ComposeDoctor(ComposeCommand docker) {
        this.docker = docker;
    }

    List<Doctor.Finding> examine() {
        List<Doctor.Finding> findings = new ArrayList<>();
        Doctor.Finding engine = engine();
        findings.add(engine);
        if (engine.ok()) {
            findings.add(compose());
            findings.add(memory());
            findings.addAll(ports());
        }
        return findings;
    }

    private Doctor.Finding engine() {
        ComposeCommand.Result version = docker.ask("version", "--format", "{{.Server.Version}}");
        return new Doctor.Finding(
                "Docker",
                version.ok(),
                version.ok() ? "engine " + firstLine(version) : "no engine answers; install or start Docker");
    }

    private Doctor.Finding compose() {
        ComposeCommand.Result version = docker.ask("compose", "version", "--short");
        boolean ok = version.ok() && !firstLine(version).matches("v?(1|2\\.([0-9]|1[0-9]))(\\..*)?");
        return new Doctor.Finding(
                "Compose", ok, ok ? firstLine(version) : firstLine(version) + "; install Docker Compose 2.20 or newer");
    }

    private Doctor.Finding memory() {
        String bytes = firstLine(docker.ask("info", "--format", "{{.MemTotal}}"));
        long mebibytes = bytes.matches("[0-9]+") ? Long.parseLong(bytes) / MEBIBYTE : 0;
        boolean ok = mebibytes >= MEMORY_NEEDED_MEBIBYTES;
        return new Doctor.Finding(
                "memory",
                ok,
                mebibytes + " MiB for the engine, " + MEMORY_NEEDED_MEBIBYTES + " MiB needed with Grafana"
                        + (ok ? "" : "; give Docker more, or set COMPOSE_PROFILES= in .env"));
    }

    /** The host's ports that the stack needs, as long as no part of it runs. */
    private List<Doctor.Finding> ports() {
        ComposeCommand.Result config = docker.ask("compose", "config", "--format", "json");
        if (!config.ok()) {
            return List.of(new Doctor.Finding(
                    "docker-compose.yml", false, "docker compose config refuses it and .env; run it to see why"));
        }
        if (!docker.ask("compose", "ps", "-q", "--status", "running").lines().isEmpty()) {
            return List.of(new Doctor.Finding("ports", true, "the stack has them"));
        }
        List<Doctor.Finding> findings = new ArrayList<>();
        ComposeJson.config(config.lines())
                .services()
                .forEach((name, service) -> service.ports().stream()
                        .filter(port -> !port.published().isEmpty())
                        .forEach(port -> findings.add(Doctor.port(name, port.host() + ":" + port.published()))));
        return findings;
    }

    private static String firstLine(ComposeCommand.Result result) {
        return result.lines().isEmpty() ? "nothing" : result.lines().getFirst();
    }
}
