/** Shows traces without containers: takes OTLP in and hands it to a Zipkin that runs from its jar. */
@NullMarked
package emptyrecord.lab.traces;

import org.jspecify.annotations.NullMarked;
