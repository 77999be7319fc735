/**
 * Whisper on the JVM: what was said, in which language, and when each word was.
 *
 * <p>The model is the one of "Robust Speech Recognition via Large-Scale Weak Supervision" (Radford,
 * Kim, Xu, Brockman, McLeavey and Sutskever, 2022). Its paper and its published implementation are
 * where the constants come from. Sound becomes text in five steps, one package each:
 *
 * <ol>
 *   <li>{@code mel}: 16 kHz samples become a picture of sound, 100 columns a second.
 *   <li>{@code tokens}: text becomes numbers and numbers become text; languages, tasks and times
 *       are tokens as well.
 *   <li>{@code model}: the encoder listens to 30 seconds, the decoder says what token may be next.
 *   <li>{@code decoding}: picks among them, by rules, the likeliest sequence.
 *   <li>{@code words}: where the decoder looked while it wrote a word tells when it was spoken.
 * </ol>
 *
 * <p>Nothing here downloads weights or decodes media files.
 */
@NullMarked
package io.clipforge.speech;

import org.jspecify.annotations.NullMarked;
