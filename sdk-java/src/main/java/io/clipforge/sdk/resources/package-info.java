/** One class per resource of the API; get them from {@link io.clipforge.sdk.ClipForge}. */
@NullMarked
package io.clipforge.sdk.resources;

import org.jspecify.annotations.NullMarked;
