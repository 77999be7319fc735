/** Events: what happened, in order, and the deliveries they give rise to. */
@NullMarked
package io.clipforge.api.events;

import org.jspecify.annotations.NullMarked;
