/** Files on their way into the object store, in parts that never pass through here. */
@NullMarked
package io.clipforge.api.uploads;

import org.jspecify.annotations.NullMarked;
