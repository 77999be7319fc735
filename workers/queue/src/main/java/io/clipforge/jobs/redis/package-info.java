/**
 * The job queue on Redis. Owns the wire: how the contract looks as JSON and which keys it lies
 * under; does not own state, since Redis may lose everything at any time.
 */
@NullMarked
package io.clipforge.jobs.redis;

import org.jspecify.annotations.NullMarked;
