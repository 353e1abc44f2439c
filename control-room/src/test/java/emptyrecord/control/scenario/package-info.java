@NullMarked
package emptyrecord.control.scenario;

import org.jspecify.annotations.NullMarked;
