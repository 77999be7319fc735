/** What a person at a terminal sees of models, and can do with them. */
@NullMarked
package io.clipforge.models.terminal;

import org.jspecify.annotations.NullMarked;
