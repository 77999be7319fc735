package io.clipforge.fleet.transcribe.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clipforge.fleet.transcribe.SpeechException;
import io.clipforge.fleet.transcribe.SpeechRecognizer;
import io.clipforge.fleet.transcribe.remote.RemoteCalls.Answer;
import io.clipforge.jobs.JobProblem;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Recognises with a service that speaks AssemblyAI's protocol: the sound is uploaded, a transcript
 * is ordered, asked for until it is there, and deleted there, whatever came of it.
 */
public final class RemoteSpeech implements SpeechRecognizer {
    static final String ENGINE = "remote";

    private static final String TRANSCRIPTS = "/v2/transcript";
    private static final String JSON = "application/json";
    private static final String UNKNOWN_LANGUAGE = "und";

    /** Of a moment of sound nothing can be heard, and the service refuses it. */
    private static final long SHORTEST_MS = 160;

    /** Of the progress; the rest is the service's. */
    private static final double UPLOAD = 0.2;

    /** The least that a line carries. */
    private static final long SAMPLES_PER_SECOND = 100_000;

    private static final int LONGEST_ERROR = 200;

    private final RemoteSettings settings;
    private final RemoteCalls calls;
    private final JsonMapper json = new JsonMapper();

    public RemoteSpeech(RemoteSettings settings) {
        this.settings = settings;
        calls = new RemoteCalls(settings);
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Heard recognize(
            WavFile speech, Path workspace, @Nullable String language, DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        if (speech.duration().toMillis() < SHORTEST_MS) {
            return new Heard(Objects.requireNonNullElse(language, UNKNOWN_LANGUAGE), List.of());
        }
        var rising = new RisingProgress(progress);
        var address = upload(speech, it -> rising.accept(UPLOAD * it));
        var path = TRANSCRIPTS + "/" + order(address, language);
        try {
            var transcript = finished(path, speech.duration(), rising);
            rising.accept(1);
            var told = Objects.requireNonNullElse(transcript.languageCode(), UNKNOWN_LANGUAGE);
            return new Heard(
                    language == null ? told.replace('_', '-') : language, transcript.heard());
        } finally {
            calls.forget(path);
        }
    }

    private String upload(WavFile speech, DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        var timeout = settings.timeout().plusSeconds(speech.samples() / SAMPLES_PER_SECOND);
        var body = WavUpload.of(speech, progress);
        var answer = calls.send("POST", "/v2/upload", body, "application/octet-stream", timeout);
        return text(good(answer, null), "upload_url");
    }

    /** The transcript's id. */
    private String order(String address, @Nullable String language)
            throws SpeechException, IOException, InterruptedException {
        var order = json.createObjectNode();
        order.put("audio_url", address).put("speaker_labels", settings.speakers());
        if (language == null) {
            order.put("language_detection", true);
        } else {
            order.put("language_code", Locale.forLanguageTag(language).getLanguage());
        }
        var models = settings.models();
        if (models != null && !models.isEmpty()) {
            var named = order.putArray("speech_models");
            models.forEach(named::add);
        }
        var body = BodyPublishers.ofString(order.toString());
        var answer = calls.send("POST", TRANSCRIPTS, body, JSON, settings.timeout());
        var id = text(good(answer, language), "id");
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IOException("The remote speech engine named a transcript strangely");
        }
        return id;
    }

    private RemoteTranscript finished(String path, Duration length, DoubleConsumer progress)
            throws SpeechException, IOException, InterruptedException {
        long asked = System.nanoTime();
        while (true) {
            var body = BodyPublishers.noBody();
            var answer = calls.send("GET", path, body, JSON, settings.timeout());
            var transcript = transcript(good(answer, null));
            if (transcript.completed()) {
                return transcript;
            }
            if (transcript.failed()) {
                return unheard(String.valueOf(transcript.error()));
            }
            progress.accept(usually(Duration.ofNanos(System.nanoTime() - asked), length));
            Thread.sleep(settings.poll());
        }
    }

    /** A service does not tell how far it is: mostly a quarter of the sound's length is enough. */
    private static double usually(Duration passed, Duration length) {
        double share = 1 - Math.exp(-4.0 * passed.toMillis() / Math.max(1, length.toMillis()));
        return UPLOAD + (0.95 - UPLOAD) * share;
    }

    /** That nobody speaks is no failure; other errors may be gone with the next attempt. */
    private static RemoteTranscript unheard(String error) throws IOException {
        if (error.contains("no spoken audio")) {
            return new RemoteTranscript(null, "completed", null, null, List.of());
        }
        throw new IOException("The remote speech engine failed: " + cut(error));
    }

    private JsonNode good(Answer answer, @Nullable String language)
            throws SpeechException, IOException {
        if (answer.good()) {
            return json.readTree(answer.body());
        }
        switch (answer.status()) {
            case 401, 403 ->
                    throw new SpeechException(
                            JobProblem.INTERNAL_ERROR,
                            "The remote speech engine does not accept this worker's key.");
            case 400, 422 ->
                    throw new SpeechException(
                            JobProblem.UNSUPPORTED_MEDIA,
                            "The remote speech engine does not accept the sound"
                                    + (language == null
                                            ? ""
                                            : " in the language '" + language + "'")
                                    + (": " + error(answer)));
            default ->
                    throw new IOException(
                            "The remote speech engine answers with " + answer.status());
        }
    }

    private String error(Answer answer) {
        try {
            return cut(json.readTree(answer.body()).path("error").asText("no reason given"));
        } catch (JsonProcessingException _) {
            return "no reason given";
        }
    }

    private RemoteTranscript transcript(JsonNode node) throws IOException {
        return json.treeToValue(node, RemoteTranscript.class);
    }

    private static String text(JsonNode node, String field) throws IOException {
        var text = node.path(field).asText();
        if (text.isEmpty()) {
            throw new IOException("The remote speech engine told no " + field);
        }
        return text;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR) + "…";
    }
}
