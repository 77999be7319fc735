/**
 * The network: an encoder that listens and a decoder that says which token may be next, in ONNX
 * Runtime. What is native memory is closed by who holds it.
 */
@NullMarked
package io.clipforge.speech.model;

import org.jspecify.annotations.NullMarked;
