package emptyrecord.control.drill.core;

import emptyrecord.api.drill.Stakeholder;
import emptyrecord.api.drill.UpdateTemplate;
import java.util.List;

/**
 * The rules of a drill with roles.
 *
 * @param approval whether an operator's action waits for the commander
 * @param stakeholders who can come
 * @param templates of status updates
 */
public record TeamRules(boolean approval, List<Stakeholder> stakeholders, List<UpdateTemplate> templates) {

    public TeamRules {
        stakeholders = List.copyOf(stakeholders);
        templates = List.copyOf(templates);
    }

    List<String> kinds() {
        return templates.stream().map(UpdateTemplate::name).toList();
    }
}
