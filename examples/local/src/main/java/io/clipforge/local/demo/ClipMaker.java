package io.clipforge.local.demo;

import io.clipforge.sdk.errors.JobFailedException;
import io.clipforge.sdk.errors.UnprocessableException;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.IngestOptions;
import io.clipforge.sdk.model.Moment;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.SuppliedTranscript;
import io.clipforge.sdk.model.Transcript;
import io.clipforge.sdk.model.TranscriptFormat;
import io.clipforge.sdk.model.UploadSource;
import io.clipforge.sdk.resources.Jobs;
import io.clipforge.sdk.resources.Paging;
import io.clipforge.sdk.resources.UploadOptions;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The main job on one file.
 *
 * @param setup seconds it took before the platform started
 * @param boot seconds the platform took
 */
record ClipMaker(Customer customer, Options options, Screen screen, double setup, double boot) {
    private static final Duration WEBHOOKS = Duration.ofSeconds(60);
    private static final int WHOLE_PAGE = 100;

    /** Leaves clips, contact sheet and report in a folder. */
    Report make(Path file, Path out) throws IOException, InterruptedException, Unusable {
        requireContent(file);
        var transcript = suppliedTranscript();
        var start = Instant.now();
        try {
            var upload = upload(file);
            double uploaded = Seconds.since(start);
            var ingest = ingest(upload, transcript);
            var words = customer.client().transcripts().get(ingest.getAssetId());
            sayEngine(words);
            var moments = moments(ingest);
            new MomentLines(screen).say(moments, words);
            var clips = Clips.in(out);
            var exports = export(moments);
            for (int i = 0; i < exports.size(); i++) {
                clips.download(customer.client().exports(), i + 1, exports.get(i));
            }
            clips.sheet();
            var webhooks = webhooks(ingest, exports);
            var report =
                    new Report(
                            Report.Source.of(customer.client().assets().get(ingest.getAssetId())),
                            Report.Transcript.of(words),
                            Report.Shot.of(customer.client().assets().get(ingest.getAssetId())),
                            moments.stream().map(Report.Moment::of).toList(),
                            clips.exports(),
                            webhooks,
                            timings(ingest, uploaded, Seconds.since(start)));
            report.write(out.resolve("report.json"));
            return report;
        } catch (JobFailedException e) {
            throw Unusable.because(e);
        } catch (UnprocessableException e) {
            throw Unusable.because(e);
        }
    }

    private static void requireContent(Path file) throws IOException, Unusable {
        if (Files.notExists(file)) {
            throw new Unusable("There is no such file.");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Unusable("It is not a file that can be read.");
        }
        if (Files.size(file) == 0) {
            throw new Unusable("The file is empty.");
        }
    }

    private Optional<SuppliedTranscript> suppliedTranscript() throws IOException, Unusable {
        if (options.transcript().isEmpty()) {
            return Optional.empty();
        }
        var file = options.transcript().get();
        requireContent(file);
        try {
            return Optional.of(
                    new SuppliedTranscript()
                            .format(format(file.toString().toLowerCase(Locale.ROOT)))
                            .content(Files.readString(file)));
        } catch (CharacterCodingException e) {
            throw new Unusable("The transcript " + file + " is not text in UTF-8.");
        }
    }

    private static TranscriptFormat format(String name) {
        if (name.endsWith(".vtt")) {
            return TranscriptFormat.VTT;
        }
        return name.endsWith(".txt") ? TranscriptFormat.TXT : TranscriptFormat.SRT;
    }

    private String upload(Path file) throws IOException {
        var upload =
                customer.client()
                        .uploads()
                        .upload(
                                file,
                                UploadOptions.defaults().withProjectId(customer.projectId()),
                                new UploadBar(screen));
        screen.say("  upload     done, %.1f MB", Files.size(file) / 1e6);
        return upload.getId();
    }

    private Ingest ingest(String uploadId, Optional<SuppliedTranscript> transcript) {
        var wanted =
                new NewIngest()
                        .projectId(customer.projectId())
                        .source(new UploadSource().uploadId(uploadId));
        transcript.ifPresent(it -> wanted.options(new IngestOptions().transcript(it)));
        var ingests = customer.client().ingests();
        var ingest = ingests.create(wanted);
        return ingests.waitUntilDone(ingest.getId(), new StageLines(screen, Clock.systemUTC()));
    }

    private void sayEngine(Transcript transcript) {
        var engine = transcript.getEngine();
        screen.say(
                "  %d words in %s, %s",
                transcript.getWords().size(),
                transcript.getLanguage(),
                engine.equals("supplied")
                        ? "from the transcript you gave"
                        : "recognized by " + engine);
        if (engine.startsWith("pocketsphinx")) {
            screen.say(
                    "  PocketSphinx hears clear synthetic voices well and real speech poorly;"
                            + " a transcript of your own makes better clips: --transcript FILE.srt");
        }
    }

    private List<Moment> moments(Ingest ingest) throws Unusable {
        var moments =
                customer.client()
                        .moments()
                        .list(ingest.getAssetId(), new Paging().limit(WHOLE_PAGE));
        if (moments.data().isEmpty()) {
            throw new Unusable("Nothing in it makes a clip of its own.");
        }
        return moments.data();
    }

    /** Starts all, then follows one after the other. */
    private List<Export> export(List<Moment> moments) {
        var exports = customer.client().exports();
        var started = new ArrayList<Export>();
        for (var moment : moments.subList(0, Math.min(options.top(), moments.size()))) {
            started.add(
                    exports.create(
                            new NewExport()
                                    .momentId(moment.getId())
                                    .ratios(options.ratios())
                                    .brandKitId(customer.brandKitId())));
        }
        var lines = new StageLines(screen, Clock.systemUTC());
        started.forEach(it -> lines.expect(it.getJob()));
        return started.stream().map(it -> exports.waitUntilDone(it.getId(), lines)).toList();
    }

    private List<Report.Webhook> webhooks(Ingest ingest, List<Export> exports)
            throws IOException, InterruptedException {
        var expected =
                new HashMap<>(
                        Map.of(
                                ingest.getId(), Set.of("ingest.completed"),
                                ingest.getAssetId(), Set.of("transcript.ready", "moments.ready")));
        exports.forEach(it -> expected.put(it.getId(), Set.of("export.ready")));
        if (!customer.receiver().await(expected, WEBHOOKS)) {
            throw new IOException("not every webhook arrived in " + WEBHOOKS.toSeconds() + " s");
        }
        var heard = customer.receiver().about(expected.keySet());
        screen.say(
                "  %d webhooks received, %d with a verified signature",
                heard.size(), heard.stream().filter(Receiver.Webhook::verified).count());
        return heard.stream()
                .map(it -> new Report.Webhook(it.id(), it.type(), it.verified()))
                .toList();
    }

    private Timings timings(Ingest ingest, double upload, double file) {
        var jobs =
                customer.client()
                        .jobs()
                        .list(new Jobs.Filter().assetId(ingest.getAssetId()).limit(WHOLE_PAGE));
        return Timings.of(setup, boot, upload, file, jobs.stream().toList());
    }
}
