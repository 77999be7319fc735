/** The ClipForge client: start at {@link io.clipforge.sdk.ClipForge}. */
@NullMarked
package io.clipforge.sdk;

import org.jspecify.annotations.NullMarked;
