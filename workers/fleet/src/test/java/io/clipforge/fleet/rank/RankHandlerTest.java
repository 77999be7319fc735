package io.clipforge.fleet.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.FolderJobContext;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobResult.Ranked;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.LiveChat;
import io.clipforge.jobs.RankedMoments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankHandlerTest {
    @TempDir Path folder;

    @Test
    void momentsAreStored() throws Exception {
        var talk = Talks.uneven(new Random(5), 200_000);
        var context = new FolderJobContext(folder, "assets/1/moments/");
        context.put("transcript.json", talk.transcript());
        context.put("analysis.json", talk.analysis());
        context.put("chat.json", new LiveChat(List.of(1_000L)));
        var judges = new Judges(new RankSettings("shipped"));
        var spec =
                new JobSpec.Rank(
                        UUID.randomUUID(),
                        talk.durationMs(),
                        "transcript.json",
                        "analysis.json",
                        "chat.json",
                        8_000,
                        60_000,
                        5,
                        "assets/1/moments/",
                        null);

        var completed =
                assertInstanceOf(
                        JobOutcome.Completed.class, new RankHandler(judges).run(spec, context));

        var ranked = assertInstanceOf(Ranked.class, completed.result());
        assertEquals(5, ranked.moments());
        assertEquals(5, context.read(ranked.momentsKey(), RankedMoments.class).moments().size());
        var overview = Objects.requireNonNull(ranked.overviewKey());
        assertTrue(Files.readString(context.object(overview)).contains(">#5<"));
        assertEquals("image/svg+xml", context.contentTypes().get(overview));
    }
}
