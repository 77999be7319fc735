/**
 * Webhook calls as they arrive: signatures after Standard Webhooks, and the events inside. Needs no
 * client.
 */
@NullMarked
package io.clipforge.sdk.webhooks;

import org.jspecify.annotations.NullMarked;
