/** A sound of hours, written by one process with little memory. */
@NullMarked
package io.clipforge.local.bench.longform;

import org.jspecify.annotations.NullMarked;
