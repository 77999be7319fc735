/** The contract, its browsable rendering and the pages of the problem types. */
@NullMarked
package io.clipforge.api.docs;

import org.jspecify.annotations.NullMarked;
