/** Ingests: the flow that turns a source into an asset with a transcript and moments. */
@NullMarked
package io.clipforge.api.ingests;

import org.jspecify.annotations.NullMarked;
