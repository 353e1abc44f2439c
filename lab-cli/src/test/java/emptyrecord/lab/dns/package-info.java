@NullMarked
package emptyrecord.lab.dns;

import org.jspecify.annotations.NullMarked;
