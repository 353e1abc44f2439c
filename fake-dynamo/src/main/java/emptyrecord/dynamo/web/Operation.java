package emptyrecord.dynamo.web;

import tools.jackson.core.JsonGenerator;

/** One operation of the API: reads its parameters, acts, and writes the members of the answer's object. */
@FunctionalInterface
interface Operation {

    void run(Call call, JsonGenerator out);
}
