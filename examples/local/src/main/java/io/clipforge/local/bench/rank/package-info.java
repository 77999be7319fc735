/** Owns: how well moments are ranked, and what a model for it is taught from. */
@NullMarked
package io.clipforge.local.bench.rank;

import org.jspecify.annotations.NullMarked;
