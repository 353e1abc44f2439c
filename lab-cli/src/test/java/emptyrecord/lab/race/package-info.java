@NullMarked
package emptyrecord.lab.race;

import org.jspecify.annotations.NullMarked;
