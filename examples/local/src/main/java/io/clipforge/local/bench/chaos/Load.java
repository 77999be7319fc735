package io.clipforge.local.bench.chaos;

import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.errors.BadRequestException;
import io.clipforge.sdk.errors.ClipForgeException;
import io.clipforge.sdk.errors.UnprocessableException;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.IngestOptions;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.SuppliedTranscript;
import io.clipforge.sdk.model.TranscriptFormat;
import io.clipforge.sdk.model.UploadSource;
import io.clipforge.sdk.resources.UploadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A customer who keeps some ingests going: each under an idempotency key of its own, repeated under
 * that key, now here, now there, until an answer comes.
 */
final class Load {
    private static final int CALLERS = 4;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<ClipForge> clients;
    private final Progress progress;
    private final int wanted;
    private final int inFlight;
    private final NewIngest request;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    private Load(
            List<ClipForge> clients,
            Progress progress,
            int wanted,
            int inFlight,
            NewIngest request) {
        this.clients = clients;
        this.progress = progress;
        this.wanted = wanted;
        this.inFlight = inFlight;
        this.request = request;
    }

    /** Uploads the one file that all ingests read; nothing is disturbed yet. */
    static Load prepare(Crew crew, Progress progress, int wanted, int inFlight, Path folder)
            throws IOException {
        var client = crew.clients().getFirst();
        var project = client.projects().create("Chaos").getId();
        var upload =
                client.uploads()
                        .upload(
                                Sound.in(folder),
                                UploadOptions.defaults().withProjectId(project),
                                ProgressListener.NONE);
        var transcript =
                new SuppliedTranscript().format(TranscriptFormat.VTT).content(Sound.TRANSCRIPT);
        var request =
                new NewIngest()
                        .projectId(project)
                        .source(new UploadSource().uploadId(upload.getId()))
                        .options(new IngestOptions().transcript(transcript));
        return new Load(crew.clients(), progress, wanted, inFlight, request);
    }

    /** Returns when all ingests are accepted. */
    void run() throws IOException, InterruptedException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, CALLERS).mapToObj(_ -> callers.submit(this::call)).toList();
            for (var it : calls) {
                it.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the load broke off", e);
        }
    }

    /** Ingest by idempotency key. */
    Map<String, String> accepted() {
        return Map.copyOf(accepted);
    }

    /** What the API would not take, with its reasons. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Asks for every ingest once more under its key; answers the keys that now name another. */
    List<String> repeatAll() throws InterruptedException {
        var changed = new ConcurrentLinkedQueue<String>();
        for (var it : accepted.entrySet()) {
            var again = create(it.getKey(), 0).getId();
            if (!again.equals(it.getValue())) {
                changed.add(it.getKey() + " named " + it.getValue() + ", then " + again);
            }
        }
        return List.copyOf(changed);
    }

    private Void call() throws InterruptedException {
        for (int i = next.getAndIncrement(); i < wanted; i = next.getAndIncrement()) {
            while (progress.unfinished() >= inFlight) {
                Thread.sleep(BETWEEN_TRIES);
            }
            var key = "chaos-" + i;
            try {
                accepted.put(key, create(key, i).getId());
            } catch (BadRequestException | UnprocessableException e) {
                refused.add(key + ": " + e.getMessage());
            }
        }
        return null;
    }

    /** Until it is accepted: whatever was cut off may or may not have had its effect. */
    private Ingest create(String key, int first) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int i = first; ; i++) {
            try {
                return clients.get(i % clients.size()).ingests().create(request, key);
            } catch (BadRequestException | UnprocessableException e) {
                throw e;
            } catch (ClipForgeException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }
}
