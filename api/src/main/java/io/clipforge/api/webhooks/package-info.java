/** Webhook endpoints and the deliveries to them. */
@NullMarked
package io.clipforge.api.webhooks;

import org.jspecify.annotations.NullMarked;
