/** Secrets that must be read again: sealed where they lie, and sealed anew when the key changes. */
@NullMarked
package io.clipforge.api.secrets;

import org.jspecify.annotations.NullMarked;
