/**
 * What those who run ClipForge see and do: how full the queues are, for people and for scalers, and
 * holding a kind back. Not part of the public contract.
 */
@NullMarked
package io.clipforge.api.operator;

import org.jspecify.annotations.NullMarked;
