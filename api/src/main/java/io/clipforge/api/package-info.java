/** The control plane: everything that PostgreSQL knows, and the HTTP interface to it. */
@NullMarked
package io.clipforge.api;

import org.jspecify.annotations.NullMarked;
