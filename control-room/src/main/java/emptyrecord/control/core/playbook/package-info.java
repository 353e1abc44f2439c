@NullMarked
package emptyrecord.control.core.playbook;

import org.jspecify.annotations.NullMarked;
