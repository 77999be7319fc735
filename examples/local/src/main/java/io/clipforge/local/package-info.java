/**
 * Owns: the whole platform in one JVM on real servers, and what a newcomer does with it. Does not
 * own: any rule of the product; production runs the same modules as separate processes.
 */
@NullMarked
package io.clipforge.local;

import org.jspecify.annotations.NullMarked;
