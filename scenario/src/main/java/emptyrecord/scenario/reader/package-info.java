@NullMarked
package emptyrecord.scenario.reader;

import org.jspecify.annotations.NullMarked;
