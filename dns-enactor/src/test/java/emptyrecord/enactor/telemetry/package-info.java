@NullMarked
package emptyrecord.enactor.telemetry;

import org.jspecify.annotations.NullMarked;
