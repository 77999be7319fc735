/** Finds what is seen and heard in an asset: shots, faces and loudness. */
@NullMarked
package io.clipforge.fleet.analyze;

import org.jspecify.annotations.NullMarked;
