package io.clipforge.fleet.transcribe;

import io.clipforge.fleet.transcribe.remote.FakeTranscriptService;
import io.clipforge.fleet.transcribe.remote.RemoteSpeech;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RemoteConformanceTest extends RecognizerConformance {
    private static @Nullable FakeTranscriptService service;

    @BeforeAll
    static void start() throws IOException {
        service = new FakeTranscriptService();
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(service).close();
    }

    @Override
    SpeechRecognizer engine() {
        return new RemoteSpeech(Objects.requireNonNull(service).settings());
    }
}
