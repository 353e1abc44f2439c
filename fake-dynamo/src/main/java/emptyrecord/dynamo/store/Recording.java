package emptyrecord.dynamo.store;

import java.time.InstantSource;

/**
 * How writes come into streams.
 *
 * @param clock incident time
 * @param expired whether they delete items whose end has come
 */
record Recording(InstantSource clock, boolean expired) {

    Recording ofExpiry() {
        return new Recording(clock, true);
    }
}
