package emptyrecord.control.run;

import emptyrecord.night.playbook.Playbook;
import emptyrecord.night.playbook.PlaybookFigures;
import java.util.Map;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/** The form of a {@link Playbook} in a run's files: one flat object of figures. */
@JsonSerialize(converter = PlaybookJson.Writer.class)
@JsonDeserialize(converter = PlaybookJson.Reader.class)
interface PlaybookJson {

    final class Writer extends StdConverter<Playbook, Map<String, Number>> {
        @Override
        public Map<String, Number> convert(Playbook book) {
            return PlaybookFigures.of(book);
        }
    }

    final class Reader extends StdConverter<Map<String, Double>, Playbook> {
        @Override
        public Playbook convert(Map<String, Double> figures) {
            return PlaybookFigures.playbook(figures);
        }
    }
}
