/** Organizations. Does not own their keys. */
@NullMarked
package io.clipforge.api.organizations;

import org.jspecify.annotations.NullMarked;
