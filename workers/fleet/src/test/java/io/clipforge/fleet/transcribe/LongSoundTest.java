package io.clipforge.fleet.transcribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clipforge.media.SpeechAudio;
import io.clipforge.media.WavFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three hours of noise in a JVM of its own, by a small model of random weights. */
@Timeout(300)
class LongSoundTest {
    private static final int HOURS = 3;
    private static final int HEAP_MIB = 64;
    private static final int BLOCK_SECONDS = 60;

    @TempDir Path folder;

    @Test
    void threeHoursNeedNoMoreMemoryThanAWindow() throws Exception {
        var model = Files.createDirectory(folder.resolve("model"));
        WhisperFiles.write(model);
        writeLittle(model.resolve("generation_config.json"));
        var wav = noise(folder.resolve("speech.wav"));

        var told = inItsOwnJvm(model, wav);

        System.out.println("three hours: " + told);
        assertEquals("true", told.get("done"));
        assertTrue(number(told, "steps") >= HOURS * 120L, told::toString);
        assertTrue(number(told, "longestStepPermille") <= 20, told::toString);
        // the JVM itself, its code and the libraries take about 200 MiB
        assertTrue(number(told, "residentMib") < 640, told::toString);
    }

    /** What the child does. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            var steps = new int[1];
            var last = new double[2];
            try (var whisper =
                    Whisper.open(
                            Path.of(arguments[0]), WhisperOptions.of(1, Whisper.Guards.NONE))) {
                var wav = WavFile.open(Path.of(arguments[1]));
                whisper.recognize(
                        wav,
                        Path.of(arguments[0]),
                        "en",
                        share -> {
                            steps[0]++;
                            last[1] = Math.max(last[1], share - last[0]);
                            last[0] = share;
                        });
            }
            System.out.println("steps=" + steps[0]);
            System.out.println("longestStepPermille=" + Math.round(last[1] * 1000));
            System.out.println("done=" + (last[0] == 1));
            for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    long kib = Long.parseLong(line.replaceAll("\\D", ""));
                    System.out.println("residentMib=" + (kib >> 10));
                }
            }
        }
    }

    private static Map<String, String> inItsOwnJvm(Path model, Path wav) throws Exception {
        var process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx" + HEAP_MIB + "m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Child.class.getName(),
                                model.toString(),
                                wav.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var told = new HashMap<String, String>();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                var parts = line.split("=", 2);
                if (parts.length == 2) {
                    told.put(parts[0], parts[1]);
                }
            }
            assertEquals(0, process.waitFor());
            return told;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Three tokens a window, so that the test is about its length. */
    private static void writeLittle(Path generation) throws IOException {
        var json = (ObjectNode) new JsonMapper().readTree(generation.toFile());
        Files.writeString(generation, json.put("max_length", 4).toString());
    }

    private static Path noise(Path file) throws IOException {
        int bytes = HOURS * 3600 * SpeechAudio.SAMPLE_RATE * 2;
        var random = new Random(1);
        var block = ByteBuffer.allocate(BLOCK_SECONDS * SpeechAudio.SAMPLE_RATE * 2);
        block.order(ByteOrder.LITTLE_ENDIAN);
        while (block.hasRemaining()) {
            block.putShort((short) (random.nextGaussian() * 3000));
        }
        var options = List.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options.toArray(StandardOpenOption[]::new))) {
            channel.write(Sound.header(bytes));
            for (int written = 0; written < bytes; written += block.capacity()) {
                channel.write(block.rewind());
            }
        }
        return file;
    }

    private static long number(Map<String, String> told, String name) {
        return Long.parseLong(told.getOrDefault(name, "-1"));
    }
}
