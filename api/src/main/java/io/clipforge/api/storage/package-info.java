/** The object store as the control plane uses it: keys, presigned URLs, small documents. */
@NullMarked
package io.clipforge.api.storage;

import org.jspecify.annotations.NullMarked;
