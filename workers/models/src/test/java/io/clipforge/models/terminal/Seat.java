package io.clipforge.models.terminal;

import io.clipforge.models.InstalledModels;
import io.clipforge.models.Machine;
import io.clipforge.models.Manifest;
import io.clipforge.models.Model;
import io.clipforge.models.ModelFile;
import io.clipforge.models.ModelKind;
import io.clipforge.models.Place;
import io.clipforge.models.Puller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody at a terminal, on a machine whose models lie in {@code models}. */
final class Seat {
    static final Place NOWHERE = Place.of("https://nobody.invalid");
    private static final Puller.Patience PATIENCE =
            new Puller.Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ZERO, 1);

    private final Path models;
    private final Path carried;
    private final boolean terminal;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ArrayDeque<String> answers = new ArrayDeque<>();

    /** A folder with {@code models}, and {@code carried}, where both models of this place lie. */
    Seat(Path folder, boolean terminal) throws IOException {
        models = folder.resolve("models");
        carried = folder.resolve("carried");
        this.terminal = terminal;
        for (var model : manifest().models()) {
            var to = Files.createDirectories(carried.resolve(model.name()));
            Files.writeString(to.resolve("a.onnx"), "abc");
        }
    }

    static Manifest manifest() {
        return new Manifest(
                List.of(
                        model(
                                "small",
                                1,
                                1,
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                        model("large", 1_000_000, 1, null)));
    }

    private static Model model(
            String name, int memoryMib, int processors, @Nullable String sha256) {
        var url = URI.create("https://models.example/" + name);
        return new Model(
                name,
                ModelKind.WHISPER,
                "hears",
                "MIT",
                url,
                1,
                memoryMib,
                processors,
                List.of(new ModelFile("a.onnx", url, null, sha256)));
    }

    Seat answering(String answer) {
        answers.add(answer);
        return this;
    }

    int models(String... arguments) throws InterruptedException {
        return new ModelsCommand(
                        installed(),
                        manifest(),
                        new Place.Folder(carried),
                        machine(),
                        terminal(),
                        PATIENCE)
                .run(arguments);
    }

    /** The offer that is made before a start. */
    String offer(Place place, boolean yes) throws InterruptedException {
        new SpeechOffer(installed(), manifest(), place, machine(), terminal(), PATIENCE).offer(yes);
        return printed();
    }

    Place carried() {
        return new Place.Folder(carried);
    }

    boolean has(String model) {
        return installed().find(model).isPresent();
    }

    Path file(String model) {
        return models.resolve(model).resolve("a.onnx");
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private InstalledModels installed() {
        return InstalledModels.in(models, manifest());
    }

    private static Machine machine() {
        return new Machine(2048, 4);
    }

    private Terminal terminal() {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Terminal(out, out, terminal ? answers::poll : null);
    }
}
