/** Traces: what a service's adapters report as spans. Off by default; only this package knows OpenTelemetry. */
@NullMarked
package emptyrecord.kit.trace;

import org.jspecify.annotations.NullMarked;
