package io.clipforge.fleet.transcribe;

import io.clipforge.fleet.transcribe.pocketsphinx.PocketSphinx;

class PocketSphinxConformanceTest extends RecognizerConformance {
    @Override
    SpeechRecognizer engine() {
        return new PocketSphinx();
    }
}
