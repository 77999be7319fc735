package io.clipforge.models.terminal;

import io.clipforge.models.InstalledModels;
import io.clipforge.models.Machine;
import io.clipforge.models.Manifest;
import io.clipforge.models.Model;
import io.clipforge.models.ModelKind;
import io.clipforge.models.Place;
import io.clipforge.models.Puller;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Offers the best speech model to whoever starts a machine that has none. */
public final class SpeechOffer {
    /** Says yes in advance, where nobody can be asked. */
    public static final String YES = "CLIPFORGE_YES";

    /** Whoever set one of these knows which engine is to hear. */
    private static final List<String> DECIDED =
            List.of("CLIPFORGE_TRANSCRIBE_WHISPER", "CLIPFORGE_TRANSCRIBE_REMOTE_KEY");

    /** Nobody waits longer for a hub that is not there. */
    private static final Duration KNOCK = Duration.ofMillis(1500);

    private static final String MEANWHILE =
            "Speech is recognised by PocketSphinx, which knows clear English only";

    private final InstalledModels models;
    private final Manifest manifest;
    private final Place place;
    private final Machine machine;
    private final Terminal terminal;
    private final Puller.Patience patience;

    SpeechOffer(
            InstalledModels models,
            Manifest manifest,
            Place place,
            Machine machine,
            Terminal terminal,
            Puller.Patience patience) {
        this.models = models;
        this.manifest = manifest;
        this.place = place;
        this.machine = machine;
        this.terminal = terminal;
        this.patience = patience;
    }

    /**
     * Returns when it was taken or not: what happens then works either way.
     *
     * @param yes whether it is taken without being asked
     */
    public static void make(boolean yes) throws InterruptedException {
        var environment = System.getenv();
        if (DECIDED.stream().anyMatch(environment::containsKey)) {
            return;
        }
        new SpeechOffer(
                        InstalledModels.in(ModelsCommand.folder()),
                        Manifest.shipped(),
                        Place.of(environment),
                        Machine.here(),
                        Terminal.ofThisProcess(),
                        Puller.Patience.USUAL)
                .offer(yes || agreed(environment));
    }

    private static boolean agreed(Map<String, String> environment) {
        var yes = environment.getOrDefault(YES, "");
        return yes.equals("1") || yes.equalsIgnoreCase("true") || yes.equalsIgnoreCase("yes");
    }

    void offer(boolean yes) throws InterruptedException {
        if (models.best(ModelKind.WHISPER, machine).isPresent()) {
            return;
        }
        var best = manifest.bestFor(machine, ModelKind.WHISPER);
        if (best.isPresent()) {
            offer(best.get(), yes);
        }
    }

    private void offer(Model model, boolean yes) throws InterruptedException {
        var download = model.name() + " (" + model.megabytes() + " MB, " + model.licence() + ")";
        if (!yes && !terminal.isThere()) {
            terminal.say(MEANWHILE + "; ./clipforge models pull whisper fetches " + download + ".");
        } else if (!place.answers(model, KNOCK)) {
            terminal.say(MEANWHILE + ", since " + place + " cannot be reached for a better model.");
        } else if (yes
                || terminal.agrees(
                        MEANWHILE + ". Fetch " + download + ", which hears real recordings?")) {
            new ModelsCommand(models, manifest, place, machine, terminal, patience)
                    .pull(model, place);
        }
    }
}
