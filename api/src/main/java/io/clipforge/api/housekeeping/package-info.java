/**
 * Work that is done by the clock, once for all replicas: clearing away what nobody needs any more.
 * What belongs to a feature is ended by that feature; this one knows when, and what is left over.
 */
@NullMarked
package io.clipforge.api.housekeeping;

import org.jspecify.annotations.NullMarked;
