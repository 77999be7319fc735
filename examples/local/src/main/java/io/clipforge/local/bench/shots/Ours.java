package io.clipforge.local.bench.shots;

import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Probe;
import io.clipforge.media.Window;
import io.clipforge.media.shots.ShotDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The detector of the product, with the probe that it needs. */
record Ours(Ffmpeg ffmpeg) implements Detector {
    @Override
    public String name() {
        return "ClipForge";
    }

    @Override
    public List<Finding> detect(List<Film> films) throws Exception {
        var findings = new ArrayList<Finding>();
        for (var film : films) {
            findings.add(detect(film));
        }
        return findings;
    }

    private Finding detect(Film film) throws Exception {
        long start = System.nanoTime();
        var info = new Probe(ffmpeg).inspect(film.file());
        var window = Window.whole(info.duration().toMillis());
        var video = Objects.requireNonNull(info.video());
        var shots =
                new ShotDetector(ffmpeg).detect(film.file(), info, video, window, _ -> {}).list();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Finding(seconds, shots.stream().skip(1).map(it -> it.startMs() / 1e3).toList());
    }
}
