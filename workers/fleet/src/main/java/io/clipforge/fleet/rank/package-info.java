/**
 * Chooses the moments worth sharing. Owns the features, their weights and the choice; does not look
 * at media, only at what transcribing and analysing found.
 */
@NullMarked
package io.clipforge.fleet.rank;

import org.jspecify.annotations.NullMarked;
