/** What can go wrong: every failure a call reports is one sealed family of unchecked exceptions. */
@NullMarked
package io.clipforge.sdk.errors;

import org.jspecify.annotations.NullMarked;
