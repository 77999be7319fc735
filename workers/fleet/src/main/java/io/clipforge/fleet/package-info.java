/**
 * Takes jobs from the queue and does them. Owns the loop, the lease and one package per job kind;
 * does not own state: it knows the queue and the object store, never the database.
 */
@NullMarked
package io.clipforge.fleet;

import org.jspecify.annotations.NullMarked;
