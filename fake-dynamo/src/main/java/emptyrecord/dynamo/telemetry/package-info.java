@NullMarked
package emptyrecord.dynamo.telemetry;

import org.jspecify.annotations.NullMarked;
