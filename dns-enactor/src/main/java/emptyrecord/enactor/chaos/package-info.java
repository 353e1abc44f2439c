@NullMarked
package emptyrecord.enactor.chaos;

import org.jspecify.annotations.NullMarked;
