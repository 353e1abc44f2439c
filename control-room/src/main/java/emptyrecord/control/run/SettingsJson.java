package emptyrecord.control.run;

import emptyrecord.api.run.SettingsFile;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.playbook.Playbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdDelegatingSerializer;
import tools.jackson.databind.util.StdConverter;

/** {@link RunSettings} in JSON, in the shape of {@link SettingsFile}. */
final class SettingsJson {

    private SettingsJson() {}

    /** Makes a mapper read and write settings in this shape. */
    static JacksonModule module() {
        return new SimpleModule("run-settings")
                .addSerializer(new StdDelegatingSerializer(RunSettings.class, new ToFile()))
                .addDeserializer(RunSettings.class, new StdConvertingDeserializer<>(new FromFile()));
    }

    private static final class ToFile extends StdConverter<RunSettings, SettingsFile<Playbook>> {
        @Override
        public SettingsFile<Playbook> convert(RunSettings s) {
            RunSettings.NightNumbers night = s.night();
            return new SettingsFile<>(
                    s.id(),
                    s.seed(),
                    s.speed(),
                    s.guards(),
                    night == null ? null : (Double) night.untilMinutes(),
                    night == null ? null : (Boolean) night.trigger(),
                    night == null ? null : (Integer) night.maxRounds(),
                    night == null ? null : (Double) night.quietMinutes(),
                    s.startedAt(),
                    s.regionalName(),
                    s.capacityPerMinute(),
                    s.playbook(),
                    s.parameters());
        }
    }

    /** A part without which no run can be judged may be missing; the converter refuses that. */
    private static final class FromFile extends StdConverter<SettingsFile<Playbook>, RunSettings> {
        @Override
        public RunSettings convert(SettingsFile<Playbook> f) {
            return new RunSettings(
                    f.id(),
                    f.seed(),
                    f.speed(),
                    f.guards(),
                    required(f.startedAt(), "startedAt"),
                    required(f.regionalName(), "regionalName"),
                    f.capacityPerMinute(),
                    required(f.playbook(), "playbook"),
                    f.parameters(),
                    night(f));
        }
    }

    private static <T> T required(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return part;
    }

    private static RunSettings.@Nullable NightNumbers night(SettingsFile<Playbook> f) {
        Double until = f.untilMinutes();
        Integer rounds = f.maxRounds();
        Double quiet = f.quietMinutes();
        return until == null || until == 0
                ? null
                : new RunSettings.NightNumbers(
                        until,
                        Boolean.TRUE.equals(f.trigger()),
                        rounds == null ? 0 : rounds,
                        quiet == null ? 0 : quiet);
    }
}
