package io.clipforge.api.exports;

import io.clipforge.api.generated.model.SoundOptions;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.uploads.Upload;
import io.clipforge.api.uploads.UploadService;
import io.clipforge.jobs.JobSpec;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be done to an export's sound, with the music that it names. */
@Singleton
class ExportSounds {
    private static final double GAIN_DB = -10;

    private final UploadService uploads;

    ExportSounds(UploadService uploads) {
        this.uploads = uploads;
    }

    record Sound(JobSpec.Sound spec, SoundOptions options, @Nullable UUID musicUploadId) {}

    @Nullable Sound of(@Nullable SoundOptions wanted) {
        if (wanted == null) {
            return null;
        }
        boolean denoise = Boolean.TRUE.equals(wanted.getDenoise());
        var options = new SoundOptions().denoise(denoise);
        var music = music(wanted.getMusicUploadId());
        if (music == null) {
            return new Sound(new JobSpec.Sound(denoise, null), options, null);
        }
        double gain = Objects.requireNonNullElse(wanted.getMusicGainDb(), GAIN_DB);
        return new Sound(
                new JobSpec.Sound(denoise, new JobSpec.Sound.Music(music.storageKey(), gain)),
                options.musicUploadId(wanted.getMusicUploadId()).musicGainDb(gain),
                music.id());
    }

    private @Nullable Upload music(@Nullable String uploadId) {
        var upload = uploadId == null ? null : uploads.use(uploadId);
        if (upload != null && !upload.completed()) {
            throw ApiProblem.of(
                    ProblemType.UPLOAD_INCOMPLETE, "The music's upload is not complete.");
        }
        return upload;
    }
}
