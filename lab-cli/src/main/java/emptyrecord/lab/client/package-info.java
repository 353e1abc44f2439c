/** HTTP to the services, with failures in words. */
@NullMarked
package emptyrecord.lab.client;

import org.jspecify.annotations.NullMarked;
