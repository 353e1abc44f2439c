@NullMarked
package emptyrecord.night.facts;

import org.jspecify.annotations.NullMarked;
