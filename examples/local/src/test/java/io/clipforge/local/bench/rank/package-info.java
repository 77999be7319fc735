/** What rankings are judged by, held against values worked out by hand. */
@NullMarked
package io.clipforge.local.bench.rank;

import org.jspecify.annotations.NullMarked;
