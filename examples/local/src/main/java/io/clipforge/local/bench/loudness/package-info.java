/** Whether every kind of sound ends at the loudness that was asked for. */
@NullMarked
package io.clipforge.local.bench.loudness;

import org.jspecify.annotations.NullMarked;
