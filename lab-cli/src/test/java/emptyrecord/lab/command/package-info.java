@NullMarked
package emptyrecord.lab.command;

import org.jspecify.annotations.NullMarked;
