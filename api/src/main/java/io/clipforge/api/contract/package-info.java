/** The OpenAPI document at run time: operations and the scopes they need. */
@NullMarked
package io.clipforge.api.contract;

import org.jspecify.annotations.NullMarked;
