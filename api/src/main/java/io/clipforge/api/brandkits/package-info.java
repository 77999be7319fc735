/** Brand kits: what clips of one brand have in common, in versions that stay. */
@NullMarked
package io.clipforge.api.brandkits;

import org.jspecify.annotations.NullMarked;
