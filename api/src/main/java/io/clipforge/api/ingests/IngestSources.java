package io.clipforge.api.ingests;

import io.clipforge.api.generated.model.IngestSource;
import io.clipforge.api.generated.model.SuppliedTranscript;
import io.clipforge.api.generated.model.TranscriptFormat;
import io.clipforge.api.generated.model.UploadSource;
import io.clipforge.api.generated.model.UrlSource;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.api.uploads.UploadService;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns what the customer names into what a worker can fetch. */
@Singleton
class IngestSources {
    private static final long MAX_BYTES = 10L << 30;

    private final UploadService uploads;
    private final ObjectStore store;

    IngestSources(UploadService uploads, ObjectStore store) {
        this.uploads = uploads;
        this.store = store;
    }

    JobSpec.Source resolve(IngestSource source) {
        return switch (source) {
            case UploadSource it -> stored(it.getUploadId());
            case UrlSource it -> url(it.getUrl());
        };
    }

    JobSpec.@Nullable SuppliedTranscript keepTranscript(
            @Nullable SuppliedTranscript supplied, String prefix) {
        if (supplied == null) {
            return null;
        }
        boolean srt = supplied.getFormat() == TranscriptFormat.SRT;
        var key = prefix + "supplied." + (srt ? "srt" : "vtt");
        store.put(key, supplied.getContent().getBytes(StandardCharsets.UTF_8), "text/plain");
        return new JobSpec.SuppliedTranscript(
                key,
                srt
                        ? JobSpec.SuppliedTranscript.Format.SRT
                        : JobSpec.SuppliedTranscript.Format.VTT);
    }

    static @Nullable String filename(JobSpec.Source source) {
        return switch (source) {
            case JobSpec.Source.Stored(_, String filename, _) -> filename;
            case JobSpec.Source.Url(String url, _) -> lastSegment(URI.create(url).getPath());
        };
    }

    private JobSpec.Source stored(String uploadId) {
        var upload = uploads.use(uploadId);
        if (!upload.completed()) {
            throw ApiProblem.of(
                    ProblemType.UPLOAD_INCOMPLETE,
                    "The upload is " + upload.status() + "; complete it before you ingest it.");
        }
        return new JobSpec.Source.Stored(upload.storageKey(), upload.filename(), upload.sha256());
    }

    /**
     * The worker checks the address it dials; what can be refused without dialling is refused here.
     */
    private static JobSpec.Source url(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null
                || url.getUserInfo() != null) {
            throw ApiProblem.invalid(
                    "/source/url",
                    "not_https",
                    "The source must be an https address without a user name.");
        }
        return new JobSpec.Source.Url(url.toString(), MAX_BYTES);
    }

    private static @Nullable String lastSegment(@Nullable String path) {
        if (path == null || path.endsWith("/") || path.isEmpty()) {
            return null;
        }
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
