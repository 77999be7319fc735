/** Which version of the contract a request is made in. */
@NullMarked
package io.clipforge.api.versions;

import org.jspecify.annotations.NullMarked;
