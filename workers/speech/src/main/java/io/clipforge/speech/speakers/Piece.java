package io.clipforge.speech.speakers;

/**
 * Frames that follow each other without silence in between, in which one speaker speaks.
 *
 * @param from index of the first frame of speech
 * @param to index behind the last
 */
record Piece(int from, int to) {
    int count() {
        return to - from;
    }
}
