/** How near the captions of a talk come to the moments at which its words are spoken. */
@NullMarked
package io.clipforge.local.bench.captions;

import org.jspecify.annotations.NullMarked;
