package io.clipforge.fleet.ingest;

import io.clipforge.fleet.JobContext;
import java.util.function.DoubleConsumer;

/** Where the job stands; the shares are about how long each step takes. */
enum Step {
    FETCH("fetching the file", 0, 0.15),
    PROBE("looking at the file", 0.15, 0.2),
    AUDIO("extracting the sound", 0.2, 0.34),
    DAMAGED_AUDIO("the sound is damaged: keeping what decodes", 0.34, 0.34),
    WAVEFORM("drawing the waveform", 0.35, 0.4),
    POSTER("taking a poster", 0.4, 0.45),
    PROXY("making the analysis video", 0.45, 0.87),
    PARTS("cutting the analysis video into parts", 0.87, 0.9),
    STORE("storing the results", 0.9, 1),
    DONE("ingested", 1, 1);

    private final String stage;
    private final double start;
    private final double end;

    Step(String stage, double start, double end) {
        this.stage = stage;
        this.start = start;
        this.end = end;
    }

    void begin(JobContext context) {
        context.progress(stage, start);
    }

    /** Takes 0 to 1 of this step. */
    DoubleConsumer within(JobContext context) {
        return done -> context.progress(stage, start + done * (end - start));
    }
}
