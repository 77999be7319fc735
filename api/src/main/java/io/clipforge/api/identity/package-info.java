/** People, where they are members, with which role, and how they come in. Owns no session. */
@NullMarked
package io.clipforge.api.identity;

import org.jspecify.annotations.NullMarked;
