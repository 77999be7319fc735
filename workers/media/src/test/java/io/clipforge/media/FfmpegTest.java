package io.clipforge.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clipforge.media.MediaException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTest {
    private static final Ffmpeg ffmpeg = new Ffmpeg(FfmpegSettings.bundled());
    private static final Limits LIMITS = Limits.glance();

    /** Never ends by itself and fills no memory. */
    private static final List<String> ENDLESS =
            List.of("-f", "lavfi", "-i", "testsrc=s=64x64", "-f", "null", "-");

    @TempDir Path folder;

    @AfterEach
    void noProcessIsLeftBehind() {
        assertEquals(List.of(), childProcesses());
    }

    @Test
    void itRunsAndTellsWhatWasPrinted() throws Exception {
        var result = ffmpeg.run(List.of("-encoders"), LIMITS);

        assertTrue(result.output().contains("libopenh264"));
    }

    @Test
    void aFailureCarriesItsReasonAndTheLastLines() throws IOException {
        var garbage = Files.writeString(folder.resolve("garbage.mp4"), "not a film");

        var failure = assertThrows(MediaException.class, () -> decode(garbage, LIMITS));

        assertEquals(Reason.UNDECODABLE, failure.reason());
        assertTrue(failure.log().contains("Invalid data"), failure.log());
    }

    @Test
    void theWallClockStopsIt() {
        var limits = LIMITS.withWall(Duration.ofMillis(700));

        var failure = assertThrows(MediaException.class, () -> ffmpeg.run(ENDLESS, limits));

        assertEquals(Reason.TIMED_OUT, failure.reason());
    }

    @Test
    void processorTimeStopsIt() {
        var limits = LIMITS.withCpu(Duration.ofSeconds(1));

        var failure = assertThrows(MediaException.class, () -> ffmpeg.run(ENDLESS, limits));

        assertEquals(Reason.LIMIT, failure.reason());
        assertTrue(failure.toString().contains("processor time ran out"), failure.toString());
    }

    @Test
    void aFileThatGrowsTooLargeIsStopped() throws IOException {
        var output = folder.resolve("large.wav");
        var arguments = List.of("-f", "lavfi", "-i", "anullsrc", output.toString());

        var failure =
                assertThrows(
                        MediaException.class,
                        () -> ffmpeg.run(arguments, LIMITS.withFileBytes(100_000)));

        assertEquals(Reason.LIMIT, failure.reason());
        assertEquals(100_000, Files.size(output));
    }

    @Test
    void tooMuchOutputIsStopped() {
        var arguments = List.of("-f", "lavfi", "-i", "testsrc", "-f", "rawvideo", "-");

        var failure =
                assertThrows(
                        MediaException.class,
                        () -> ffmpeg.run(arguments, LIMITS.withOutputBytes(1000)));

        assertEquals(Reason.LIMIT, failure.reason());
        assertEquals("the program printed too much", failure.getMessage());
    }

    @Test
    void aSmallFileThatDecodesForEverIsStopped() throws IOException {
        // two frames a day apart: at a constant frame rate they become 2.5 million
        var media = new SampleMedia(ffmpeg, folder);
        var bomb =
                media.make(
                        "bomb.mkv",
                        List.of("-f", "lavfi", "-i", "testsrc=s=64x64:r=1:d=2"),
                        List.of("-vf", "setpts=N*100000/TB", "-fps_mode", "passthrough"),
                        List.of("-c:v", "ffv1"));
        assertTrue(Files.size(bomb) < 10_000);
        var arguments = new ArrayList<>(Ffmpeg.input(bomb));
        arguments.addAll(List.of("-vf", "fps=25", "-f", "null", "-"));
        var limits = LIMITS.withWall(Duration.ofSeconds(2)).withCpu(Duration.ofMinutes(1));

        var failure = assertThrows(MediaException.class, () -> ffmpeg.run(arguments, limits));

        assertEquals(Reason.TIMED_OUT, failure.reason());
    }

    @Test
    void interruptingTheCallerKillsTheGroup() throws Exception {
        var running = new CountDownLatch(1);
        var task =
                new FutureTask<>(() ->
                        ffmpeg.run(ENDLESS, LIMITS, Duration.ofHours(1), _ -> running.countDown()));
        var caller = Thread.ofVirtual().start(task);
        running.await();
        assertEquals(1, childProcesses().size());

        caller.interrupt();
        caller.join();

        assertEquals(FutureTask.State.FAILED, task.state());
        assertEquals(InterruptedException.class, task.exceptionNow().getClass());
        assertEquals(List.of(), childProcesses());
        assertNoReaderIsLeft();
    }

    @Test
    void childrenOfAnOperatorsProgramAreKilledToo() throws Exception {
        var script = folder.resolve("wrapper.sh");
        var mark = "10000." + System.nanoTime(); // a sleep that nobody else sleeps
        Files.writeString(
                script, "#!/bin/sh\n/bin/sleep %1$s &\n/bin/sleep %1$s\n".formatted(mark));
        assertTrue(script.toFile().setExecutable(true));
        var wrapped = new Ffmpeg(FfmpegSettings.installed(script, script));

        var failure =
                assertThrows(
                        MediaException.class,
                        () -> wrapped.run(List.of(), LIMITS.withWall(Duration.ofMillis(500))));

        assertEquals(Reason.TIMED_OUT, failure.reason());
        assertEquals(List.of(), processes(mark));
    }

    @Test
    void itStandsInItsOwnSessionWithALimitOnEverything() throws Exception {
        var script = folder.resolve("look.sh");
        Files.writeString(
                script,
                """
                #!/bin/sh
                /bin/cat /proc/$$/stat /proc/$$/limits
                echo $$; /usr/bin/env; /bin/cat /proc/net/dev
                """);
        assertTrue(script.toFile().setExecutable(true));
        var looking = new Ffmpeg(FfmpegSettings.installed(script, script));

        var seen = looking.probe(List.of(), LIMITS).output();

        var stat = seen.substring(0, seen.indexOf('\n'));
        var fields = stat.substring(stat.indexOf(')') + 2).split(" ", -1);
        var pid = stat.substring(0, stat.indexOf(' '));
        assertEquals(pid, fields[2], "its own group");
        assertEquals(pid, fields[3], "its own session");
        for (var limit :
                List.of("cpu time", "file size", "core file size", "open files", "address space")) {
            var line = seen.lines().filter(it -> it.startsWith("Max " + limit)).findFirst();
            assertFalse(line.orElseThrow().contains("unlimited"), line.toString());
        }
        assertFalse(seen.contains("PATH=/"), "the environment is ours: " + seen);
        if (ffmpeg.hasNoNetwork()) {
            assertFalse(seen.contains("eth"), seen);
        }
    }

    @Test
    void aPlaylistReachesNoFileAndNoAddress() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var http = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (var target : List.of(http, "file://" + secret, "file:///etc/passwd")) {
                for (var playlist : playlists(target)) {
                    var failure =
                            assertThrows(
                                    MediaException.class, () -> decode(playlist, LIMITS), target);
                    assertEquals(Reason.UNDECODABLE, failure.reason());
                    assertTrue(
                            failure.log().contains("not on whitelist")
                                    || failure.log().contains("Invalid data"),
                            failure.log());
                    assertFalse(failure.log().contains("Opening"), failure.log());
                }
            }
            server.setSoTimeout(1);
            assertThrows(IOException.class, server::accept, "somebody called");
        }
    }

    @Test
    void evenWithoutTheWhitelistsThereIsNoNetwork() throws Exception {
        assumeTrue(ffmpeg.hasNoNetwork());
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + server.getLocalPort() + "/a.mp4";

            var failure =
                    assertThrows(
                            MediaException.class,
                            () -> ffmpeg.run(List.of("-i", url, "-f", "null", "-"), LIMITS));

            assertTrue(failure.log().contains("unreachable"), failure.log());
        }
    }

    @Test
    void progressGoesFromNothingToAll() throws Exception {
        var seen = new ArrayList<Double>();
        var source = "testsrc=s=320x180:r=25:d=40";

        ffmpeg.run(
                List.of("-f", "lavfi", "-i", source, "-f", "null", "-"),
                LIMITS,
                Duration.ofSeconds(40),
                seen::add);

        assertEquals(seen.stream().sorted().toList(), seen);
        assertEquals(1.0, seen.getLast(), 0.01);
    }

    @Test
    void progressIsThatOfTheFirstOfSeveralOutputs() throws Exception {
        var seen = new ArrayList<Double>();
        var graph = "testsrc=s=320x180:r=25:d=4,split[film][all];[all]select='eq(n,3)'[still]";

        ffmpeg.run(
                List.of(
                        "-filter_complex",
                        graph,
                        "-map",
                        "[film]",
                        "-f",
                        "null",
                        "-",
                        "-map",
                        "[still]",
                        "-f",
                        "null",
                        "-"),
                LIMITS,
                100,
                seen::add);

        assertEquals(1.0, seen.getLast());
    }

    @Test
    void chunksComeWholeAndInOrder() throws Exception {
        var source = "color=white:s=16x16:r=10:d=1,format=gray";
        var arguments = List.of("-f", "lavfi", "-i", source, "-f", "rawvideo", "-");
        var white = new byte[256];
        Arrays.fill(white, (byte) 255);
        int frames = 0;

        try (var chunks = ffmpeg.chunks(arguments, LIMITS, 256)) {
            for (var it = chunks.next(); it.isPresent(); it = chunks.next()) {
                assertArrayEquals(white, it.get());
                frames++;
            }
            assertTrue(chunks.next().isEmpty());
        }

        assertEquals(10, frames);
    }

    @Test
    void chunksThatNobodyWantsAnyMoreEndTheProgram() throws Exception {
        var arguments = List.of("-f", "lavfi", "-i", "testsrc", "-f", "rawvideo", "-");

        try (var chunks = ffmpeg.chunks(arguments, LIMITS, 320 * 240 * 3)) {
            assertTrue(chunks.next().isPresent());
        }

        assertEquals(List.of(), childProcesses());
        assertNoReaderIsLeft();
    }

    @Test
    void chunksOfGarbageTellTheReason() throws Exception {
        var garbage = Files.writeString(folder.resolve("garbage.mp4"), "not a film");
        var arguments = new ArrayList<>(Ffmpeg.input(garbage));
        arguments.addAll(List.of("-f", "rawvideo", "-"));

        try (var chunks = ffmpeg.chunks(arguments, LIMITS, 100)) {
            var failure = assertThrows(MediaException.class, chunks::next);
            assertEquals(Reason.UNDECODABLE, failure.reason());
        }
    }

    private List<Path> playlists(String target) throws IOException {
        var hls = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n" + target + "\n#EXT-X-ENDLIST\n";
        var concat = "ffconcat version 1.0\nfile '" + target + "'\n";
        var sdp = "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 1 RTP/AVP 96\n";
        return List.of(
                Files.writeString(folder.resolve("list.m3u8"), hls),
                Files.writeString(folder.resolve("hls-as.mp4"), hls),
                Files.writeString(folder.resolve("list.ffconcat"), concat),
                Files.writeString(folder.resolve("concat-as.mp4"), concat),
                Files.writeString(folder.resolve("stream.sdp"), sdp));
    }

    private static Ffmpeg.Result decode(Path file, Limits limits) throws Exception {
        var arguments = new ArrayList<>(Ffmpeg.input(file));
        arguments.addAll(List.of("-f", "null", "-"));
        return ffmpeg.run(arguments, limits);
    }

    private static void assertNoReaderIsLeft() throws InterruptedException {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("media-reader")) {
                thread.join(Duration.ofSeconds(10)); // it may be on its last line
                assertFalse(thread.isAlive());
            }
        }
    }

    private static List<Long> childProcesses() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    }

    /** Ids under {@code /proc} whose command line contains this. */
    private static List<String> processes(String part) throws IOException {
        try (var pids = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var found = new ArrayList<String>();
            for (var pid : pids) {
                if (commandLine(pid).contains(part)) {
                    found.add(pid.toString());
                }
            }
            return found;
        }
    }

    private static String commandLine(Path pid) {
        try {
            return Files.readString(pid.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return ""; // it ended meanwhile
        }
    }
}
