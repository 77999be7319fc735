package io.clipforge.media.cuts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.WavFile;
import io.clipforge.media.captions.Word;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());

    /** Of the transcript; the sound goes on from 1 to 5 s. */
    private static final List<Word> WORDS =
            List.of(new Word("one", 1000, 1500, null), new Word("two", 4000, 4500, null));

    private static final Span GAP = new Span(1500, 4000);

    @TempDir Path folder;

    @Test
    void betweenWordsOfASilentRoomAllIsQuiet() throws Exception {
        assertEquals(List.of(GAP), quiet("0"));
    }

    @Test
    void theEndOfAWordThatTheTranscriptCutsShortIsNotQuiet() throws Exception {
        assertEquals(
                List.of(new Span(1700, 3900)),
                quiet("0.2*sin(2*PI*200*t)*(between(t,0,0.7)+between(t,2.9,3))"));
    }

    @Test
    void laughterIsNotQuietAndAClickIs() throws Exception {
        assertEquals(
                List.of(new Span(1500, 2000), new Span(3000, 4000)),
                quiet("0.2*sin(2*PI*400*t)*(between(t,1,2)+between(t,2.5,2.55))"));
    }

    @Test
    void breathAndNoiseAreQuiet() throws Exception {
        assertEquals(List.of(GAP), quiet("0.015*(random(0)*2-1)"));
        assertEquals(List.of(GAP), quiet("0.002*(random(0)*2-1)*(1+5*between(t,1,1.6))"));
    }

    @Test
    void musicNearlyAsLoudAsSpeechIsNotQuiet() throws Exception {
        assertEquals(List.of(), quiet("0.15*sin(2*PI*300*t)"));
    }

    /**
     * @param wave heard between the words, from a second on
     */
    private List<Span> quiet(String wave) throws Exception {
        var source =
                "aevalsrc='if(between(t,0,0.5)+between(t,3,3.5),0.3*sin(2*PI*180*t),"
                        + wave
                        + ")':s=16000:d=4";
        var wav =
                new SampleMedia(ffmpeg, folder)
                        .make("heard.wav", List.of("-f", "lavfi", "-i", source));
        return Quiet.of(WavFile.open(wav), 1000, WORDS).within(GAP);
    }
}
