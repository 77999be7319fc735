/** Writing what is said, beside engines that are not ours, with the same weights. */
@NullMarked
package io.clipforge.local.bench.asr;

import org.jspecify.annotations.NullMarked;
