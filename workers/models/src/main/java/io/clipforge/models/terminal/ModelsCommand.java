package io.clipforge.models.terminal;

import io.clipforge.models.Amount;
import io.clipforge.models.InstalledModels;
import io.clipforge.models.Machine;
import io.clipforge.models.Manifest;
import io.clipforge.models.Model;
import io.clipforge.models.ModelFile;
import io.clipforge.models.ModelKind;
import io.clipforge.models.Place;
import io.clipforge.models.PullException;
import io.clipforge.models.PullProblem;
import io.clipforge.models.Puller;
import io.clipforge.models.Verification;
import io.clipforge.models.Verification.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ./clipforge models}: what there is, bringing it here, and whether it is what it was. */
public final class ModelsCommand {
    static final String HELP =
            """
            ./clipforge models list
            ./clipforge models pull NAME... [--from WHERE]
            ./clipforge models verify [NAME...]

            Models make ClipForge hear and see better than it does without a download. `pull` fetches one into
            ~/.clipforge/models (or the folder CLIPFORGE_MODELS names) and verifies every byte; what broke off goes on
            where it stopped. `pull whisper` is the best that this machine runs well.

              --from WHERE   a mirror (https://...) or a folder, such as a copy of another machine's models folder:
                             both have NAME/FILE. So does CLIPFORGE_MODELS_MIRROR. Also --mirror WHERE.

            HF_ENDPOINT names another hub that speaks as huggingface.co does, HF_TOKEN a token for it.
            It exits with 0, with 1 when a model did not come or is not what it should be, with 64 when it was called
            wrongly.
            """;
    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private final InstalledModels models;
    private final Manifest manifest;
    private final Place usual;
    private final Machine machine;
    private final Terminal terminal;
    private final Puller.Patience patience;

    ModelsCommand(
            InstalledModels models,
            Manifest manifest,
            Place usual,
            Machine machine,
            Terminal terminal,
            Puller.Patience patience) {
        this.models = models;
        this.manifest = manifest;
        this.usual = usual;
        this.machine = machine;
        this.terminal = terminal;
        this.patience = patience;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var command =
                new ModelsCommand(
                        InstalledModels.in(folder()),
                        Manifest.shipped(),
                        Place.of(System.getenv()),
                        Machine.here(),
                        Terminal.ofThisProcess(),
                        Puller.Patience.USUAL);
        System.exit(command.run(arguments));
    }

    static Path folder() {
        var named = System.getenv("CLIPFORGE_MODELS");
        return named == null || named.isBlank() ? InstalledModels.usualFolder() : Path.of(named);
    }

    int run(String... arguments) throws InterruptedException {
        var words = new ArrayDeque<>(List.of(arguments));
        var verb = words.isEmpty() ? "help" : words.removeFirst();
        var names = new ArrayList<String>();
        var place = usual;
        while (!words.isEmpty()) {
            var word = words.removeFirst();
            if (word.equals("--from") || word.equals("--mirror")) {
                if (words.isEmpty()) {
                    return misused(word + " needs a place");
                }
                place = Place.of(words.removeFirst());
            } else if (word.startsWith("-")) {
                return misused("there is no option '" + word + "'");
            } else {
                names.add(word);
            }
        }
        return run(verb, names, place);
    }

    private int run(String verb, List<String> names, Place place) throws InterruptedException {
        var wanted = new ArrayList<Model>();
        for (var name : names) {
            var model = find(name);
            if (model.isEmpty()) {
                return misused(
                        "there is no model '" + name + "'; ./clipforge models list names them");
            }
            wanted.add(model.get());
        }
        return switch (verb) {
            case "list" -> list();
            case "pull" -> wanted.isEmpty() ? misused("pull what?") : pull(wanted, place);
            case "verify" -> verify(wanted);
            case "help", "--help", "-h" -> {
                terminal.say(HELP.stripTrailing());
                yield 0;
            }
            default -> misused("there is no './clipforge models " + verb + "'");
        };
    }

    /** By its name, or the best of a kind for this machine. */
    private Optional<Model> find(String name) {
        return manifest.find(name)
                .or(() ->
                        List.of(ModelKind.values()).stream()
                                .filter(it -> it.spelled().equals(name))
                                .findFirst()
                                .flatMap(it -> manifest.bestFor(machine, it)));
    }

    private int misused(String why) {
        terminal.complain("clipforge models: " + why + "; ./clipforge models help tells more");
        return USAGE;
    }

    private int list() {
        var best = manifest.bestFor(machine, ModelKind.WHISPER);
        for (var kind : ModelKind.values()) {
            terminal.say(title(kind));
            for (var model : manifest.models()) {
                if (model.kind() == kind) {
                    terminal.say(line(model, best.filter(model::equals).isPresent()));
                }
            }
        }
        terminal.say(
                """

                * installed in %s   > best for this machine (%d processors, %d GB)
                pinned: the SHA-256 of each file stands in ClipForge. declared: of some file only its publisher says what
                it is; that is verified, written down beside the model, and what `verify` goes by from then on.
                ./clipforge models pull NAME fetches one.\
                """
                        .formatted(
                                models.folder(), machine.processors(), machine.memoryMib() / 1024));
        return 0;
    }

    private String line(Model model, boolean best) {
        boolean pinned = model.files().stream().map(ModelFile::sha256).noneMatch(it -> it == null);
        return String.format(
                Locale.ROOT,
                "%s%s %-40s %5d MB  %-10s  %-8s  %s",
                models.find(model.name()).isPresent() ? "*" : " ",
                best ? ">" : " ",
                model.name(),
                model.megabytes(),
                model.licence(),
                pinned ? "pinned" : "declared",
                model.about());
    }

    private static String title(ModelKind kind) {
        return switch (kind) {
            case WHISPER -> "Speech to words (Whisper)";
            case VOICE_ACTIVITY -> "Where there is speech";
            case SPEAKERS -> "Who speaks";
            case FACES -> "Where faces are";
            case TEXT -> "What a text means";
            case PICTURES -> "What a picture and a text have in common";
        };
    }

    private int pull(List<Model> wanted, Place place) throws InterruptedException {
        for (var model : wanted) {
            if (!pull(model, place)) {
                return FAILED;
            }
        }
        return 0;
    }

    /** Whether it is here afterwards. */
    boolean pull(Model model, Place place) throws InterruptedException {
        if (model.memoryMib() > machine.memoryMib()) {
            terminal.say(
                    model.name()
                            + " takes about "
                            + model.memoryMib()
                            + " MiB of memory; this machine has "
                            + machine.memoryMib()
                            + ".");
        }
        terminal.say(
                "Fetching "
                        + model.name()
                        + " ("
                        + model.licence()
                        + ", "
                        + model.page()
                        + ") from "
                        + place);
        try {
            var pulled = new Puller(models, place, patience).pull(model, new Bar(terminal));
            terminal.say(
                    pulled.bytes() == 0
                            ? model.name()
                                    + " is here already, and verified ("
                                    + pulled.trust().spoken()
                                    + ")."
                            : "%s is in %s: %s came, verified (%s)."
                                    .formatted(
                                            model.name(),
                                            models.folderOf(model),
                                            Amount.of(pulled.bytes()),
                                            pulled.trust().spoken()));
            return true;
        } catch (PullException e) {
            terminal.complain(e.problem().sentence());
            if (e.problem() instanceof PullProblem.Unreachable) {
                terminal.complain(without(model));
            }
            return false;
        }
    }

    private static String without(Model model) {
        return """
        Without it everything works, only less well: PocketSphinx recognises clear English, a cascade finds
        faces that look at the camera, and `./clipforge demo FILE --transcript FILE` takes a transcript of
        your own. From another machine's models folder: ./clipforge models pull %s --from FOLDER\
        """
                .formatted(model.name());
    }

    private int verify(List<Model> named) {
        boolean good = true;
        int seen = 0;
        for (var model : named.isEmpty() ? manifest.models() : named) {
            try {
                var verification = Verification.of(models, model);
                if (verification.present() || !named.isEmpty()) {
                    seen++;
                    good &= say(verification);
                }
            } catch (IOException e) {
                terminal.complain(model.name() + " cannot be read: " + e.getMessage());
                good = false;
            }
        }
        if (seen == 0) {
            terminal.say("No model is installed in " + models.folder() + ".");
        }
        return good ? 0 : FAILED;
    }

    private boolean say(Verification verification) {
        var name = verification.model().name();
        if (verification.good()) {
            int files = verification.files().size();
            terminal.say(
                    "%s: %s what it should be (%s)"
                            .formatted(
                                    name,
                                    files == 1
                                            ? "its file is"
                                            : "each of its " + files + " files is",
                                    verification.trust().spoken()));
            return true;
        }
        for (var found : verification.files()) {
            switch (found) {
                case Found.Good _ -> {}
                case Found.Different it ->
                        terminal.complain(
                                "%s: %s is not what it should be: SHA-256 %s, not %s; pull it again"
                                        .formatted(name, it.file(), it.found(), it.expected()));
                case Found.Missing it -> terminal.complain(name + ": " + it.file() + " is missing");
                case Found.Unknown it ->
                        terminal.complain(
                                name
                                        + ": nothing is known of "
                                        + it.file()
                                        + "; pull it again, and it is verified");
            }
        }
        return false;
    }
}
