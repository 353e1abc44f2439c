@NullMarked
package emptyrecord.lab;

import org.jspecify.annotations.NullMarked;
