/**
 * Webhooks by Standard Webhooks 1.0.0. Owns how a delivery is signed, checked, sent once and when
 * it is tried again; does not own which deliveries exist, where they are kept or what is in them.
 */
@NullMarked
package io.clipforge.webhooks;

import org.jspecify.annotations.NullMarked;
