package io.clipforge.api.transcripts;

import io.clipforge.api.generated.TranscriptsApi;
import io.clipforge.api.generated.model.Transcript;
import io.clipforge.api.generated.model.TranscriptUpdate;
import io.clipforge.api.http.ETags;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class TranscriptsController implements TranscriptsApi {
    private final TranscriptService transcripts;

    TranscriptsController(TranscriptService transcripts) {
        this.transcripts = transcripts;
    }

    @Override
    public HttpResponse<Transcript> getTranscript(String assetId, @Nullable String ifNoneMatch) {
        return tagged(transcripts.get(assetId));
    }

    @Override
    public HttpResponse<Transcript> updateTranscript(
            String assetId, TranscriptUpdate body, @Nullable String ifMatch) {
        return tagged(transcripts.update(assetId, body, ifMatch));
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

    private static HttpResponse<Transcript> tagged(FoundTranscript found) {
        return HttpResponse.ok(found.resource()).header("ETag", ETags.of(found.row().version()));
    }
}
