package io.clipforge.sdk.resources;

import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.errors.ClipForgeException;
import io.clipforge.sdk.errors.ConnectionException;
import io.clipforge.sdk.errors.NotFoundException;
import io.clipforge.sdk.http.FileSlice;
import io.clipforge.sdk.http.Transfers;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.CompletedPart;
import io.clipforge.sdk.model.NewUpload;
import io.clipforge.sdk.model.Upload;
import io.clipforge.sdk.model.UploadCompletion;
import io.clipforge.sdk.model.UploadStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One file on its way up: announce, send the parts side by side, complete; or abort. */
final class FileUpload {
    private final Uploads uploads;
    private final Transport transport;
    private final Path file;
    private final UploadOptions options;
    private final ProgressListener listener;

    FileUpload(
            Uploads uploads,
            Transport transport,
            Path file,
            UploadOptions options,
            ProgressListener listener) {
        this.uploads = uploads;
        this.transport = transport;
        this.file = file;
        this.options = options;
        this.listener = listener;
    }

    Upload run() {
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ)) {
            Optional<ResumeFile> left =
                    options.resumeFile().flatMap(path -> ResumeFile.read(path, file));
            Optional<Upload> begun = left.flatMap(this::unlessOver);
            if (begun.isPresent()) {
                return goOn(begun.orElseThrow(), bytes, left);
            }
            Upload upload = uploads.create(announcement(bytes.size()));
            return finish(upload, bytes, begun(upload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an earlier process has begun, or even completed without hearing of it. */
    private Optional<Upload> unlessOver(ResumeFile left) {
        try {
            return Optional.of(uploads.get(left.uploadId()))
                    .filter(upload ->
                            upload.getStatus() == UploadStatus.OPEN
                                    || upload.getStatus() == UploadStatus.COMPLETED);
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private Upload goOn(Upload upload, FileChannel bytes, Optional<ResumeFile> resume) {
        if (upload.getStatus() == UploadStatus.OPEN) {
            return finish(upload, bytes, resume);
        }
        resume.ifPresent(ResumeFile::delete);
        return upload;
    }

    private Optional<ResumeFile> begun(Upload upload) {
        return options.resumeFile().map(path -> ResumeFile.begin(path, file, upload.getId()));
    }

    private NewUpload announcement(long size) throws IOException {
        NewUpload upload =
                new NewUpload()
                        .filename(file.getFileName().toString())
                        .sizeBytes(size)
                        .projectId(options.projectId().orElse(null))
                        .contentType(options.contentType().orElse(Files.probeContentType(file)));
        return options.checksum() ? upload.sha256(Checksum.sha256(file)) : upload;
    }

    private Upload finish(Upload upload, FileChannel bytes, Optional<ResumeFile> resume) {
        try {
            List<CompletedPart> parts = sendParts(upload, bytes, resume);
            Upload done = uploads.complete(upload.getId(), new UploadCompletion().parts(parts));
            resume.ifPresent(ResumeFile::delete);
            return done;
        } catch (RuntimeException failure) {
            if (resume.isEmpty()) {
                abort(upload, failure);
            }
            throw failure;
        }
    }

    private List<CompletedPart> sendParts(
            Upload upload, FileChannel bytes, Optional<ResumeFile> resume) {
        PartAddresses addresses = new PartAddresses(uploads, transport.clock(), upload);
        PartProgress progress = new PartProgress(upload, listener);
        Map<Integer, String> arrived = resume.map(ResumeFile::parts).orElse(Map.of());
        List<CompletedPart> done = new ArrayList<>();
        Transfers transfers = transport.transfers();
        int lanes = Math.min(options.parallelParts(), upload.getPartCount());
        ExecutorService threads = Executors.newFixedThreadPool(lanes, FileUpload::daemon);
        try {
            var running = new ExecutorCompletionService<CompletedPart>(threads);
            for (int number = 1; number <= upload.getPartCount(); number++) {
                int part = number;
                String tag = arrived.get(part);
                if (tag != null) {
                    progress.arrived(part);
                    done.add(new CompletedPart().partNumber(part).etag(tag));
                    continue;
                }
                FileSlice slice = progress.slice(bytes, part);
                running.submit(() -> {
                    String etag = transfers.put(() -> addresses.next(part), slice);
                    resume.ifPresent(it -> it.arrived(part, etag));
                    return new CompletedPart().partNumber(part).etag(etag);
                });
            }
            return collect(running, done, upload.getPartCount());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<CompletedPart> collect(
            ExecutorCompletionService<CompletedPart> running, List<CompletedPart> done, int count) {
        try {
            while (done.size() < count) {
                done.add(running.take().get());
            }
            done.sort(Comparator.comparing(CompletedPart::getPartNumber));
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException("the upload was interrupted", true, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void abort(Upload upload, RuntimeException failure) {
        try {
            uploads.abort(upload.getId());
        } catch (ClipForgeException e) {
            failure.addSuppressed(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "clipforge-upload");
        thread.setDaemon(true);
        return thread;
    }
}
