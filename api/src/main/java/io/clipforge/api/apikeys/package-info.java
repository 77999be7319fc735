/** API keys: minting, recognising, revoking. Knows their hashes only. */
@NullMarked
package io.clipforge.api.apikeys;

import org.jspecify.annotations.NullMarked;
