package io.clipforge.api.transcripts;

import io.clipforge.api.generated.TranscriptsApi;
import io.clipforge.api.generated.model.Transcript;
import io.clipforge.api.generated.model.TranscriptSentence;
import io.clipforge.api.generated.model.TranscriptWord;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class TranscriptsController implements TranscriptsApi {
    private final TranscriptService transcripts;

    TranscriptsController(TranscriptService transcripts) {
        this.transcripts = transcripts;
    }

    @Override
    public HttpResponse<Transcript> getTranscript(String assetId) {
        return HttpResponse.ok(resource(transcripts.get(assetId)));
    }

    @Override
    public HttpResponse<String> getTranscriptSrt(String assetId) {
        return HttpResponse.ok(Subtitles.srt(transcripts.get(assetId).transcript()));
    }

    @Override
    public HttpResponse<String> getTranscriptVtt(String assetId) {
        return HttpResponse.ok(Subtitles.vtt(transcripts.get(assetId).transcript()));
    }

    @Override
    public HttpResponse<String> getTranscriptText(String assetId) {
        return HttpResponse.ok(Subtitles.plain(transcripts.get(assetId).transcript()));
    }

    private static Transcript resource(TranscriptService.Found found) {
        var transcript = found.transcript();
        return new Transcript(
                TypeId.ASSET.text(found.row().assetId()),
                transcript.language(),
                transcript.engine(),
                transcript.words().stream().map(TranscriptsController::word).toList(),
                transcript.sentences().stream()
                        .map(it ->
                                new TranscriptSentence(
                                        transcript.startMs(it),
                                        transcript.endMs(it),
                                        transcript.text(it)))
                        .toList(),
                Times.utc(found.row().createdAt()),
                Times.utc(found.row().updatedAt()));
    }

    private static TranscriptWord word(io.clipforge.jobs.Transcript.Word word) {
        return new TranscriptWord(word.text(), word.startMs(), word.endMs())
                .speaker(word.speaker())
                .confidence(word.confidence());
    }
}
