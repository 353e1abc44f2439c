@NullMarked
package emptyrecord.scenario;

import org.jspecify.annotations.NullMarked;
