@NullMarked
package emptyrecord.control.core.scenario;

import org.jspecify.annotations.NullMarked;
