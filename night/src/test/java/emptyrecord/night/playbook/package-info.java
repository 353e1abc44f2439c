@NullMarked
package emptyrecord.night.playbook;

import org.jspecify.annotations.NullMarked;
