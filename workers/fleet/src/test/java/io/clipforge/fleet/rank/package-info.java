/** Ranking by its properties. */
@NullMarked
package io.clipforge.fleet.rank;

import org.jspecify.annotations.NullMarked;
