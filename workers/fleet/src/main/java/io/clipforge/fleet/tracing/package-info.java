/** Where the work of a fleet stands in the traces of those who asked for it. */
@NullMarked
package io.clipforge.fleet.tracing;

import org.jspecify.annotations.NullMarked;
