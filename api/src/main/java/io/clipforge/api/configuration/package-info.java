/** Whether the configuration can be right, before anything is started with it. */
@NullMarked
package io.clipforge.api.configuration;

import org.jspecify.annotations.NullMarked;
