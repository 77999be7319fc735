package io.clipforge.fleet.transcribe;

import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobSpec.SuppliedTranscript.Format;
import io.clipforge.jobs.Transcript.Word;
import io.clipforge.media.captions.CueWords;
import io.clipforge.media.captions.Srt;
import io.clipforge.media.captions.SubtitleFormatException;
import io.clipforge.media.captions.WebVtt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the customer's own transcript, which has times. */
final class SuppliedWords {
    static final String ENGINE = "supplied";

    /** Many times what a day of speech needs. */
    private static final long MOST_BYTES = 32L << 20;

    private SuppliedWords() {}

    static List<Word> read(Path file, Format format) throws SpeechException, IOException {
        var text = text(file);
        try {
            var cues =
                    switch (format) {
                        case SRT -> Srt.read(text);
                        case VTT -> WebVtt.read(text);
                        case TXT -> throw new IllegalArgumentException("a script has no cues");
                    };
            return CueWords.of(cues).stream()
                    .map(it -> new Word(it.text(), it.startMs(), it.endMs(), it.speaker(), null))
                    .toList();
        } catch (SubtitleFormatException e) {
            throw new SpeechException(
                    JobProblem.UNSUPPORTED_MEDIA,
                    "The supplied %s transcript cannot be read, %s."
                            .formatted(format, e.getMessage()));
        }
    }

    /** UTF-8 as all formats ask for, or what old tools write. */
    static String text(Path file) throws SpeechException, IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new SpeechException(
                    JobProblem.PAYLOAD_TOO_LARGE, "The supplied transcript is larger than 32 MiB.");
        }
        var bytes = Files.readAllBytes(file);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
