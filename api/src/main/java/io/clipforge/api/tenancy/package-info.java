/** For whom a transaction runs, and that PostgreSQL knows it. */
@NullMarked
package io.clipforge.api.tenancy;

import org.jspecify.annotations.NullMarked;
