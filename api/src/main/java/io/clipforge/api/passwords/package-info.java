/** Passwords as Argon2id hashes. Does not own whose they are. */
@NullMarked
package io.clipforge.api.passwords;

import org.jspecify.annotations.NullMarked;
