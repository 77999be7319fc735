/** What can go wrong, as application/problem+json. */
@NullMarked
package io.clipforge.api.problems;

import org.jspecify.annotations.NullMarked;
