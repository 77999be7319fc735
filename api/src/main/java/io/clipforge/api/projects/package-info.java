/** Projects: a name over assets. */
@NullMarked
package io.clipforge.api.projects;

import org.jspecify.annotations.NullMarked;
