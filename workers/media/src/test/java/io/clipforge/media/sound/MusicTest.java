package io.clipforge.media.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.FfmpegSettings;
import io.clipforge.media.SampleMedia;
import io.clipforge.media.captions.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MusicTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.mp3", "a.wav", "a.m4a", "a.flac", "a.ogg"})
    void usualSoundFilesAreReadable(String name) throws Exception {
        assertTrue(readable(media().tone(name, 1, 440)));
    }

    @Test
    void aFileThatNamesAnotherIsNotOpened() throws Exception {
        var tone = media().tone("a.wav", 1, 440);
        var concat = "ffconcat version 1.0\nfile '" + tone + "'\n";
        var playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + tone + "\n";
        assertFalse(readable(Files.writeString(folder.resolve("list.wav"), concat)));
        assertFalse(readable(Files.writeString(folder.resolve("list.mp3"), playlist)));
    }

    @Test
    void whatHasNoSoundIsNotReadable() throws Exception {
        assertFalse(readable(Files.writeString(folder.resolve("text.mp3"), "no music")));
        assertFalse(readable(media().silentVideo("silent.mp4", 1)));
        var whole = media().tone("a.flac", 1, 440);
        assertFalse(readable(media().damaged(whole, "damaged.flac")));
    }

    @Test
    void theMusicIsDownBeforeTheFirstSoundOfAWord() {
        var words = List.of(new Word("a", 1000, 1400, null), new Word("b", 1500, 2000, null));
        var ducking = Ducking.under(words, 4000);
        assertEquals(0, ducking.depth(700), 1e-6);
        assertEquals(Ducking.DEPTH_DB / 2, ducking.depth(875), 1e-4);
        for (double at = 1000; at < 2150; at += 0.5) {
            assertEquals(Ducking.DEPTH_DB, ducking.depth(at), 1e-4);
        }
        assertEquals(Ducking.DEPTH_DB / 2, ducking.depth(2400), 1e-4);
        assertEquals(0, ducking.depth(2700), 1e-6);
        assertEquals(0, ducking.depth(5000), 1e-6);
    }

    private boolean readable(Path file) throws Exception {
        return new Music(file, -10).isReadable(ffmpeg);
    }

    private SampleMedia media() {
        return new SampleMedia(ffmpeg, folder);
    }
}
