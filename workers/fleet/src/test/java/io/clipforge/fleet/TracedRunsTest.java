package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.fleet.tracing.RunSpans;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import io.clipforge.jobs.JobReport.Ended;
import io.clipforge.media.Ffmpeg;
import io.clipforge.media.Limits;
import io.clipforge.media.MediaException;
import io.clipforge.telemetry.OtlpReceiver;
import io.clipforge.telemetry.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;

@Timeout(90)
class TracedRunsTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    @RegisterExtension static final FleetServers fleet = new FleetServers();

    private final OtlpReceiver collector = new OtlpReceiver();
    private final Spans spans = Spans.of("clipforge-fleet", collector.settings());
    private final RunSpans runSpans = new RunSpans(spans);

    @AfterEach
    void stop() {
        spans.close();
        collector.close();
    }

    @Test
    void anAttemptStandsUnderItsMessageAndItsProgramsUnderTheAttempt() throws Exception {
        var ffmpeg =
                new FfmpegFactory()
                        .ffmpeg(new FfmpegFactory.Configuration(null, null, null), runSpans);
        version(ffmpeg); // for nobody
        var logged = new ConcurrentHashMap<String, String>();
        var message =
                run(
                        SENT,
                        _ -> {
                            logged.putAll(MDC.getCopyOfContextMap());
                            version(ffmpeg);
                            return ScriptedHandler.DONE;
                        });

        var attempt = collector.await("process rank.v1", _ -> true);
        assertTrue(attempt.isUnder(SENT));
        assertEquals("CONSUMER", attempt.kind());
        assertEquals("clipforge-fleet", attempt.service());
        assertEquals(message.jobId().toString(), attempt.attributes().get("clipforge.job.id"));
        assertEquals("3", attempt.attributes().get("clipforge.job.attempt"));
        assertEquals("completed", attempt.attributes().get("clipforge.job.outcome"));
        assertEquals("rank.v1", attempt.attributes().get("messaging.destination.name"));
        assertFalse(attempt.failed());
        assertEquals(TRACE, logged.get("trace_id"));
        assertEquals(attempt.spanId(), logged.get("span_id"));
        assertTrue(collector.await("ffmpeg", _ -> true).isUnder(attempt));
        assertEquals(
                1, collector.spans().stream().filter(it -> it.name().equals("ffmpeg")).count());
    }

    @Test
    void anAttemptThatFailsSaysHow() throws Exception {
        run(SENT, _ -> new JobOutcome.Failed(JobProblem.NO_AUDIO, "no sound"));
        var failed = collector.await("process rank.v1", _ -> true);
        assertTrue(failed.failed());
        assertEquals("failed", failed.attributes().get("clipforge.job.outcome"));
        assertEquals(JobProblem.NO_AUDIO.code(), failed.attributes().get("error.type"));
    }

    @Test
    void anAttemptThatBreaksIsAnErrorAndTheLastWordIsStillSaid() throws Exception {
        run(
                SENT,
                _ -> {
                    throw new IOException("the disk is full");
                });
        var broken = collector.await("process rank.v1", _ -> true);
        assertEquals("retry_later", broken.attributes().get("error.type"));
    }

    @Test
    void aMessageThatIsNotSampledIsWorkedOnInSilence() throws Exception {
        run(SENT.replaceFirst("01$", "00"), _ -> ScriptedHandler.DONE);
        run("nonsense", _ -> ScriptedHandler.DONE); // begins a trace of its own
        collector.await("process rank.v1", it -> it.parentId().isEmpty());
        assertEquals(1, collector.spans().size());
    }

    @Test
    void aFleetThatExportsNothingStillNamesTheTraceInItsLog() throws Exception {
        var logged = new ConcurrentHashMap<String, String>();
        try (var none = Spans.none()) {
            run(
                    new RunSpans(none),
                    SENT,
                    _ -> {
                        logged.putAll(MDC.getCopyOfContextMap());
                        return ScriptedHandler.DONE;
                    });
        }
        assertEquals(TRACE, logged.get("trace_id"));
        assertNull(MDC.get("trace_id"));
        assertEquals(List.of(), collector.spans());
    }

    private static void version(Ffmpeg ffmpeg) throws IOException, InterruptedException {
        try {
            ffmpeg.run(List.of("-version"), Limits.glance());
        } catch (MediaException e) {
            throw new IOException(e);
        }
    }

    private JobMessage run(String place, ScriptedHandler.Script script) throws Exception {
        return run(runSpans, place, script);
    }

    /** Through the real queue, as the third attempt. */
    private static JobMessage run(RunSpans spans, String place, ScriptedHandler.Script script)
            throws Exception {
        var message = new JobMessage(UUID.randomUUID(), 3, Specs.rank(), place);
        fleet.control().submit(message);
        try (var runs = runs(new ScriptedHandler(script), spans)) {
            var claims =
                    fleet.control()
                            .queue
                            .claim(List.of(JobKind.RANK), 1, "test", Duration.ofSeconds(20));
            claims.forEach(runs::begin);
            fleet.control().next(Ended.class);
            assertTrue(runs.ended(Duration.ofSeconds(30)));
        }
        return message;
    }

    private static RunsInHand runs(JobHandler<?> handler, RunSpans spans) throws IOException {
        var settings = TestFleet.small(fleet.folder());
        var handlers = new JobHandlers(List.of(handler));
        var capacity = new Capacity(handlers, settings);
        return new RunsInHand(
                fleet.control().queue,
                handlers,
                new Attempts(fleet.store(), new Workspaces(settings)),
                capacity,
                new JobMetrics(new SimpleMeterRegistry(), capacity),
                spans);
    }
}
