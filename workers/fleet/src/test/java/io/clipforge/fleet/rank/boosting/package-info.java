/** Ranking by its properties. */
@NullMarked
package io.clipforge.fleet.rank.boosting;

import org.jspecify.annotations.NullMarked;
