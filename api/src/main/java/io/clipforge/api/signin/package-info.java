/** Sessions of people, tokens of machines, and the keys both are signed with. Owns no person. */
@NullMarked
package io.clipforge.api.signin;

import org.jspecify.annotations.NullMarked;
