/**
 * Evaluates gradient-boosted trees kept in LightGBM's text format: scores, and how much each
 * feature adds to them. Owns neither features nor training.
 */
@NullMarked
package io.clipforge.fleet.rank.boosting;

import org.jspecify.annotations.NullMarked;
