@NullMarked
package emptyrecord.network.telemetry;

import org.jspecify.annotations.NullMarked;
