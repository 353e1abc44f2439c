/** What a region runs on: processes of this machine or containers. */
@NullMarked
package emptyrecord.lab.platform;

import org.jspecify.annotations.NullMarked;
