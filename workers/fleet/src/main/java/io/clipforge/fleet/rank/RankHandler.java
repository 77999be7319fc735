package io.clipforge.fleet.rank;

import io.clipforge.fleet.JobContext;
import io.clipforge.fleet.JobHandler;
import io.clipforge.fleet.Needs;
import io.clipforge.jobs.Analysis;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobResult;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.LiveChat;
import io.clipforge.jobs.RankedMoments;
import io.clipforge.jobs.Transcript;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;

/** Reads what was said and seen, and writes the ranked moments. */
@Singleton
final class RankHandler implements JobHandler<JobSpec.Rank> {
    private final Judges judges;

    RankHandler(Judges judges) {
        this.judges = judges;
    }

    @Override
    public Class<JobSpec.Rank> spec() {
        return JobSpec.Rank.class;
    }

    @Override
    public Needs needs() {
        return Needs.oneSlot(128);
    }

    @Override
    public JobOutcome run(JobSpec.Rank spec, JobContext context)
            throws IOException, InterruptedException {
        context.progress("reading", 0);
        var material =
                new Material(
                        spec.durationMs(),
                        context.read(spec.transcriptKey(), Transcript.class),
                        context.read(spec.analysisKey(), Analysis.class),
                        spec.chatKey() == null
                                ? LiveChat.NONE
                                : context.read(spec.chatKey(), LiveChat.class));
        context.progress("scoring", 0.2);
        var scorer = judges.of(material);
        var moments =
                new Ranker(material, scorer, spec.minMs(), spec.maxMs(), spec.maxMoments())
                        .moments();
        context.progress("writing", 0.9);
        var key = context.write("moments.json", new RankedMoments(moments));
        var overview =
                Files.writeString(
                        context.workspace().resolve("overview.svg"),
                        new Overview(material, moments).svg());
        return new JobOutcome.Completed(
                new JobResult.Ranked(
                        key,
                        moments.size(),
                        context.store("overview.svg", overview, "image/svg+xml")));
    }
}
