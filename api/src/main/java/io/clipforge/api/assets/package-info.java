/** Assets: source media and what is known of it. Does not know how it came to be known. */
@NullMarked
package io.clipforge.api.assets;

import org.jspecify.annotations.NullMarked;
