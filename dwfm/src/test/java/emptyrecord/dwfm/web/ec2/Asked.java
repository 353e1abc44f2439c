package emptyrecord.dwfm.web.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.kit.limits.AnswerRoom;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Asks an action as its controller does, with parameters in a line: {@code InstanceId.1=i-00000001 DryRun=true}. */
final class Asked {

    private Asked() {}

    static String answer(Ec2Action action, String form) {
        return answer(action, action.name(), form);
    }

    /** @param name that the request gives the action */
    static String answer(Ec2Action action, String name, String form) {
        Map<String, String> values = new TreeMap<>(Map.of("Action", name, "Version", "2016-11-15"));
        Arrays.stream(form.split(" ", -1))
                .filter(p -> !p.isEmpty())
                .forEach(p -> values.put(p.substring(0, p.indexOf('=')), p.substring(p.indexOf('=') + 1)));
        Ec2Form parsed = Ec2Bounds.form(values);
        parsed.refuseUnknown(action.parameters());
        AnswerRoom room = new AnswerRoom(1 << 20, Duration.ofSeconds(1));
        return new String(action.answer(parsed, new LongAnswer(room.share())).bytes(), StandardCharsets.UTF_8);
    }

    static void refused(Ec2Action action, String form, Ec2Error error) {
        assertThatThrownBy(() -> answer(action, form))
                .as(action.name() + " " + form)
                .isInstanceOfSatisfying(
                        Ec2Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    /** The texts of all elements of that name; texts that are elements themselves are left out. */
    static List<String> texts(String xml, String element) {
        return Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                .matcher(xml)
                .results()
                .map(r -> r.group(1))
                .toList();
    }
}
