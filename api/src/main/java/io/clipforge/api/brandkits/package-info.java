/** Brand kits: colours and a watermark. */
@NullMarked
package io.clipforge.api.brandkits;

import org.jspecify.annotations.NullMarked;
