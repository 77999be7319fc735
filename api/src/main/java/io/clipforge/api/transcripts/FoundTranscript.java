package io.clipforge.api.transcripts;

import io.clipforge.api.generated.model.TranscriptSentence;
import io.clipforge.api.generated.model.TranscriptWord;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.json.StoredJson;
import io.clipforge.jobs.Transcript;

/** A transcript and the row it was read from. */
record FoundTranscript(StoredTranscript row, Transcript transcript) {
    static FoundTranscript of(StoredTranscript row) {
        return new FoundTranscript(
                row,
                new Transcript(
                        row.language(),
                        row.engine(),
                        StoredJson.readList(row.words(), Transcript.Word[].class),
                        StoredJson.readList(row.sentences(), Transcript.Sentence[].class)));
    }

    io.clipforge.api.generated.model.Transcript resource() {
        return new io.clipforge.api.generated.model.Transcript(
                TypeId.ASSET.text(row.assetId()),
                transcript.language(),
                transcript.engine(),
                transcript.words().stream().map(FoundTranscript::word).toList(),
                transcript.sentences().stream().map(this::sentence).toList(),
                Times.utc(row.createdAt()),
                Times.utc(row.updatedAt()));
    }

    private static TranscriptWord word(Transcript.Word word) {
        return new TranscriptWord(word.text(), word.startMs(), word.endMs())
                .speaker(word.speaker())
                .confidence(word.confidence());
    }

    private TranscriptSentence sentence(Transcript.Sentence sentence) {
        return new TranscriptSentence(
                        transcript.startMs(sentence),
                        transcript.endMs(sentence),
                        transcript.text(sentence))
                .firstWord(sentence.from());
    }
}
