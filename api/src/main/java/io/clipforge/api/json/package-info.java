/** Documents of the job contract as columns and objects hold them. */
@NullMarked
package io.clipforge.api.json;

import org.jspecify.annotations.NullMarked;
