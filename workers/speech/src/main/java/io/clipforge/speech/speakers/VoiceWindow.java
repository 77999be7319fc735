package io.clipforge.speech.speakers;

/**
 * A second and a half in which somebody speaks.
 *
 * @param from first frame of the sound
 * @param to frame behind the last
 * @param voice of length one; whose voices are alike, their vectors point the same way
 */
@SuppressWarnings("ArrayRecordComponent")
record VoiceWindow(int from, int to, float[] voice) {}
