package emptyrecord.control.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.playbook.Playbook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdDelegatingSerializer;
import tools.jackson.databind.util.StdConverter;

/**
 * {@link RunSettings} as {@code settings.json} and {@code report.json} hold them: the numbers of a night are next to
 * the others, and are left out of a scenario's. Folders of older scenarios have zeros there.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsFile(
        String id,
        long seed,
        double speed,
        List<String> guards,
        @Nullable Double untilMinutes,
        @Nullable Boolean trigger,
        @Nullable Integer maxRounds,
        @Nullable Double quietMinutes,
        Instant startedAt,
        String regionalName,
        double capacityPerMinute,
        Playbook playbook,
        Map<String, Object> parameters) {

    /** Makes a mapper read and write settings in this shape. */
    static JacksonModule module() {
        return new SimpleModule("run-settings")
                .addSerializer(new StdDelegatingSerializer(RunSettings.class, new ToFile()))
                .addDeserializer(RunSettings.class, new StdConvertingDeserializer<>(new FromFile()));
    }

    private static final class ToFile extends StdConverter<RunSettings, SettingsFile> {
        @Override
        public SettingsFile convert(RunSettings s) {
            RunSettings.NightNumbers night = s.night();
            return new SettingsFile(
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

    private static final class FromFile extends StdConverter<SettingsFile, RunSettings> {
        @Override
        public RunSettings convert(SettingsFile f) {
            return new RunSettings(
                    f.id(),
                    f.seed(),
                    f.speed(),
                    f.guards(),
                    f.startedAt(),
                    f.regionalName(),
                    f.capacityPerMinute(),
                    f.playbook(),
                    f.parameters(),
                    f.night());
        }
    }

    private RunSettings.@Nullable NightNumbers night() {
        return untilMinutes == null || untilMinutes == 0
                ? null
                : new RunSettings.NightNumbers(
                        untilMinutes,
                        Boolean.TRUE.equals(trigger),
                        maxRounds == null ? 0 : maxRounds,
                        quietMinutes == null ? 0 : quietMinutes);
    }
}
