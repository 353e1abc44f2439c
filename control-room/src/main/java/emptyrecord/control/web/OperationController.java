package emptyrecord.control.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.event.EventId;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.control.operations.Operations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /operations}, {@code POST /operations/{name}} with a JSON object of parameters. */
@RestController
@RequestMapping(Routes.OPERATIONS)
class OperationController {

    private final Operations operations;

    OperationController(Operations operations) {
        this.operations = operations;
    }

    @GetMapping
    List<OperationCard> all() {
        return operations.cards();
    }

    @PostMapping("/{name}")
    Map<String, Object> perform(
            @PathVariable String name, @RequestBody(required = false) @Nullable Map<String, Object> parameters) {
        return operations.perform(
                name, Optional.ofNullable(parameters).orElse(Map.of()), EventId.keys(Map.of(EventId.BY, "operator")));
    }
}
