package io.clipforge.fleet.transcribe;

class PocketSphinxConformanceTest extends RecognizerConformance {
    @Override
    SpeechRecognizer engine() {
        return new PocketSphinx();
    }
}
