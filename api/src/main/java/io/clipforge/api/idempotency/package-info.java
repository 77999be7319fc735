/** Makes a repeated creating request answer the same and do nothing twice. */
@NullMarked
package io.clipforge.api.idempotency;

import org.jspecify.annotations.NullMarked;
