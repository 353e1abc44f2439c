@NullMarked
package emptyrecord.lab.home;

import org.jspecify.annotations.NullMarked;
