/**
 * The way of jobs from PostgreSQL to the queue: who is next, how much the queue may hold, and what
 * it may have forgotten.
 */
@NullMarked
package io.clipforge.api.dispatch;

import org.jspecify.annotations.NullMarked;
