package io.clipforge.api.ingests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.clipforge.api.generated.model.IngestOptions;
import io.clipforge.api.generated.model.IngestSource;
import io.clipforge.api.generated.model.SuppliedTranscript;
import io.clipforge.api.generated.model.TranscriptFormat;
import io.clipforge.api.generated.model.UploadSource;
import io.clipforge.api.generated.model.UrlSource;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.api.trials.MagicInput;
import io.clipforge.api.trials.MagicInputs;
import io.clipforge.api.uploads.UploadService;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.JobSpec.SuppliedTranscript.Format;
import io.clipforge.jobs.LiveChat;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what the customer names into what a worker can fetch. */
@Singleton
class IngestSources {
    private static final long MAX_BYTES = 10L << 30;

    private final UploadService uploads;
    private final ObjectStore store;
    private final MagicInputs magicInputs;

    IngestSources(UploadService uploads, ObjectStore store, MagicInputs magicInputs) {
        this.uploads = uploads;
        this.store = store;
        this.magicInputs = magicInputs;
    }

    /**
     * @param filename what the customer calls it, if that is known
     * @param magic absent when it is in earnest
     */
    record Resolved(JobSpec.Source spec, @Nullable String filename, @Nullable MagicInput magic) {}

    Resolved resolve(IngestSource source) {
        return switch (source) {
            case UploadSource it -> stored(it.getUploadId());
            case UrlSource it -> url(it.getUrl());
        };
    }

    /**
     * What is known beside the media, by its keys in the store.
     *
     * @param transcript the customer's own, or that of the magic input
     */
    record Files(JobSpec.@Nullable SuppliedTranscript transcript, @Nullable String chatKey) {}

    /** Where the files will lie; {@link #keep} puts them there. */
    static Files files(IngestOptions options, @Nullable MagicInput magic, String prefix) {
        var chat = options.getChatOffsetsMs();
        return new Files(
                transcript(options.getTranscript(), magic, prefix),
                chat == null || chat.isEmpty() ? null : prefix + "chat.json");
    }

    void keep(Files files, IngestOptions options, @Nullable MagicInput magic) {
        if (files.transcript() != null) {
            var own = options.getTranscript();
            var text =
                    own == null
                            ? requireNonNull(magic).transcript()
                            : own.getContent().getBytes(UTF_8);
            store.put(files.transcript().key(), text, "text/plain");
        }
        if (files.chatKey() != null) {
            var chat = new LiveChat(requireNonNull(options.getChatOffsetsMs()));
            store.put(files.chatKey(), StoredJson.text(chat).getBytes(UTF_8), "application/json");
        }
    }

    private static JobSpec.@Nullable SuppliedTranscript transcript(
            @Nullable SuppliedTranscript own, @Nullable MagicInput magic, String prefix) {
        if (own == null && magic == null) {
            return null;
        }
        var format = own == null ? Format.VTT : format(own.getFormat());
        var key = prefix + "supplied." + format.name().toLowerCase(Locale.ROOT);
        return new JobSpec.SuppliedTranscript(key, format);
    }

    private static Format format(TranscriptFormat format) {
        return switch (format) {
            case SRT -> Format.SRT;
            case VTT -> Format.VTT;
            case TXT -> Format.TXT;
        };
    }

    private Resolved stored(String uploadId) {
        var upload = uploads.use(uploadId);
        if (!upload.completed()) {
            throw ApiProblem.of(
                    ProblemType.UPLOAD_INCOMPLETE,
                    "The upload is " + upload.status() + "; complete it before you ingest it.");
        }
        var spec =
                new JobSpec.Source.Stored(upload.storageKey(), upload.filename(), upload.sha256());
        return new Resolved(spec, upload.filename(), null);
    }

    /**
     * The worker checks the address it dials; what can be refused without dialling is refused here.
     */
    private Resolved url(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme())
                || url.getHost() == null
                || url.getUserInfo() != null) {
            throw ApiProblem.invalid(
                    "/source/url",
                    "not_https",
                    "The source must be an https address without a user name.");
        }
        var magic = magicInputs.find(url).orElse(null);
        var spec =
                magic == null ? new JobSpec.Source.Url(url.toString(), MAX_BYTES) : magic.source();
        return new Resolved(spec, lastSegment(url.getPath()), magic);
    }

    private static @Nullable String lastSegment(@Nullable String path) {
        if (path == null || path.endsWith("/") || path.isEmpty()) {
            return null;
        }
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
