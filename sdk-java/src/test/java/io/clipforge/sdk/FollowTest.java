package io.clipforge.sdk;

import static io.clipforge.sdk.FakeApi.bytes;
import static io.clipforge.sdk.FakeApi.hangUp;
import static io.clipforge.sdk.FakeApi.json;
import static io.clipforge.sdk.FakeApi.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.clipforge.sdk.errors.JobFailedException;
import io.clipforge.sdk.errors.NotFoundException;
import io.clipforge.sdk.model.Export;
import io.clipforge.sdk.model.FlowStatus;
import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.IngestStatus;
import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.JobKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowTest {
    private static final String STREAM = "GET /v1/jobs/job_1/events";

    private final FakeApi api = new FakeApi();
    private final List<JobEvent> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void everyEventIsHeardUpToTheEnd() {
        api.on(
                STREAM,
                stream(
                        "retry: 2000\n\n",
                        ":\n",
                        event("progress", "1", "transcribe", 0.5, "running"),
                        event("end", "2", "rank", 1, "succeeded")));

        JobEvent end = api.client().jobs().follow("job_1", heard::add);

        assertEquals(FlowStatus.SUCCEEDED, end.getFlowStatus());
        assertEquals(List.of("1", "2"), heard.stream().map(JobEvent::getId).toList());
        assertEquals(JobKind.TRANSCRIBE, heard.get(0).getKind());
        assertEquals(
                "text/event-stream, application/problem+json", api.seen.get(0).header("Accept"));
        assertEquals("", api.seen.get(0).header("Last-Event-ID"));
    }

    @Test
    void aCutStreamIsTakenUpAfterTheLastEvent() {
        api.on(
                STREAM,
                broken(
                        "retry: 100\n\n",
                        event("progress", "1", "ingest", 0.5, "running"),
                        "event: progress\nid: 2\n"),
                broken(event("progress", "2", "ingest", 1, "running")),
                hangUp(),
                stream(event("progress", "3", "rank", 0, "running")),
                stream(event("end", "4", "rank", 1, "succeeded")));

        JobEvent end = api.client().jobs().follow("job_1", heard::add);

        assertEquals("4", end.getId());
        assertEquals(List.of("1", "2", "3", "4"), heard.stream().map(JobEvent::getId).toList());
        assertEquals(
                List.of("", "1", "2", "2", "3"),
                api.seen.stream().map(seen -> seen.header("Last-Event-ID")).toList());
        assertEquals(Duration.ofMillis(100), api.pauses.get(0));
    }

    @Test
    void anEventIsReadWhereverThePacketsBreak() {
        String event = event("end", "1", "rank", 1, "succeeded").replace("\n", "\r\n");
        String[] pieces = event.split("", -1);
        api.on(STREAM, stream(pieces));

        assertEquals("1", api.client().jobs().follow("job_1", heard::add).getId());
    }

    @Test
    void anEventOfAYoungerServerDoesNotBreakTheStream() {
        api.on(
                STREAM,
                stream(
                        "id: 0\nevent: thought\ndata: {\"flow_status\":\"running\",\"kind\":\"dream\"}\n\n",
                        event("end", "1", "rank", 1, "succeeded")));

        assertEquals("1", api.client().jobs().follow("job_1", heard::add).getId());
        assertEquals(JobKind.UNKNOWN, heard.get(0).getKind());
    }

    @Test
    void aStreamThatFallsSilentIsTakenUpAgain() {
        CountDownLatch over = new CountDownLatch(1);
        api.on(
                STREAM,
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody()
                            .write(
                                    event("progress", "1", "ingest", 0, "running")
                                            .getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    await(over);
                },
                stream(event("end", "2", "rank", 1, "succeeded")));
        ClipForge client = api.builder().streamPatience(Duration.ofMillis(300)).build();

        assertEquals("2", client.jobs().follow("job_1", heard::add).getId());
        over.countDown();
        assertEquals("1", api.seen.get(1).header("Last-Event-ID"));
    }

    @Test
    void whereNoStreamGetsThroughTheJobsAreAskedFor() {
        api.on(STREAM, bytes(200, "text/html", "<html>".getBytes(StandardCharsets.UTF_8)));
        api.on("GET /v1/jobs/job_1", json(200, job("job_1", "ingest", "running", 0.5)));
        api.on(
                "GET /v1/ingests/ing_1",
                json(200, ingest("processing")),
                json(200, ingest("processing")),
                json(200, ingest("completed")));
        String ended = job("job_1", "ingest", "succeeded", 1);
        api.on(
                "GET /v1/jobs",
                json(
                        200,
                        "{\"data\":["
                                + job("job_1", "ingest", "running", 0.5)
                                + "],\"has_more\":false}"),
                json(
                        200,
                        "{\"data\":["
                                + job("job_1", "ingest", "running", 0.5)
                                + "],\"has_more\":false}"),
                json(
                        200,
                        "{\"data\":["
                                + job("job_2", "rank", "succeeded", 1)
                                + ","
                                + ended
                                + "],\"has_more\":false}"));

        JobEvent end = api.client().jobs().follow("job_1", heard::add);

        assertEquals(FlowStatus.SUCCEEDED, end.getFlowStatus());
        assertEquals(
                List.of("job_1 running", "job_2 succeeded", "job_1 succeeded"),
                heard.stream().map(event -> event.getJobId() + " " + event.getStatus()).toList());
        assertEquals(2, api.seen(STREAM).size());
    }

    @Test
    void aJobThatRestsIsAskedForUntilItEnds() {
        api.on(STREAM, problem(406, "not_acceptable"));
        String resting = alone("scheduled", "");
        String queued = alone("queued", ",\"queue_position\":%d,\"eta\":\"2026-11-21T09:30:%dZ\"");
        api.on(
                "GET /v1/jobs/job_1",
                json(200, resting),
                json(200, resting),
                json(200, queued.formatted(2, 20)),
                json(200, queued.formatted(2, 20)),
                json(200, queued.formatted(2, 22)),
                json(200, queued.formatted(2, 22)),
                json(200, queued.formatted(1, 24)),
                json(200, queued.formatted(1, 24)),
                json(200, alone("succeeded", "")));

        JobEvent end = api.client().jobs().follow("job_1", heard::add);

        assertEquals(FlowStatus.SUCCEEDED, end.getFlowStatus());
        assertEquals(
                List.of("scheduled null", "queued 2", "queued 1", "succeeded null"),
                heard.stream()
                        .map(event -> event.getStatus() + " " + event.getQueuePosition())
                        .toList());
        assertEquals(OffsetDateTime.parse("2026-11-21T09:30:20Z"), heard.get(1).getEta());
    }

    @Test
    void aJobThatDoesNotExistIsReported() {
        api.on(STREAM, problem(404, "not_found"));

        assertThrows(
                NotFoundException.class, () -> api.client().jobs().follow("job_1", heard::add));
        assertEquals(1, api.seen.size());
    }

    @Test
    void whatAListenerThrowsEndsTheFollowing() {
        api.on(STREAM, stream(event("progress", "1", "ingest", 0, "running")));

        assertThrows(
                IllegalStateException.class,
                () ->
                        api.client()
                                .jobs()
                                .follow(
                                        "job_1",
                                        event -> {
                                            throw new IllegalStateException("enough");
                                        }));
    }

    @Test
    void anIngestIsWaitedFor() {
        api.on(STREAM, stream(event("end", "1", "rank", 1, "succeeded")));
        api.on(
                "GET /v1/ingests/ing_1",
                json(200, ingest("queued")),
                json(200, ingest("processing")),
                json(200, ingest("completed")));

        Ingest ingest = api.client().ingests().waitUntilDone("ing_1", heard::add);

        assertEquals(IngestStatus.COMPLETED, ingest.getStatus());
        assertEquals("ast_1", ingest.getAssetId());
        assertTrue(!heard.isEmpty());
    }

    @Test
    void anIngestThatFailsTellsWhy() {
        api.on(STREAM, stream(event("end", "1", "ingest", 0.1, "failed")));
        api.on("GET /v1/ingests/ing_1", json(200, ingest("failed")));

        JobFailedException failed =
                assertThrows(
                        JobFailedException.class,
                        () -> api.client().ingests().waitUntilDone("ing_1"));

        assertEquals("ing_1 failed: no_audio: There is no sound.", failed.getMessage());
        assertEquals("no_audio", failed.problem().orElseThrow().getCode());
        assertEquals("failed", failed.status());
    }

    @Test
    void anExportIsWaitedForAndOneThatWasCancelledIsNotTakenForReady() {
        api.on(STREAM, stream(event("end", "1", "render", 1, "succeeded")));
        api.on("GET /v1/exports/exp_1", json(200, export("rendering")), json(200, export("ready")));
        Export export = api.client().exports().waitUntilDone("exp_1");
        assertEquals("9:16", export.getRenditions().get(0).getRatio().getValue());

        api.on(STREAM, stream(event("end", "1", "render", 0.2, "cancelled")));
        api.on("GET /v1/exports/exp_1", json(200, export("cancelled")));
        JobFailedException cancelled =
                assertThrows(
                        JobFailedException.class,
                        () -> api.client().exports().waitUntilDone("exp_1"));
        assertEquals("exp_1 cancelled", cancelled.getMessage());
        assertTrue(cancelled.problem().isEmpty());
    }

    private static String event(String name, String id, String kind, double progress, String flow) {
        return """
        event: %s
        id: %s
        data: {"id":"%s","job_id":"job_1","kind":"%s","status":"running","progress":%s,"flow_status":"%s","timestamp":"2026-11-21T09:30:07Z"}

        """
                .formatted(name, id, id, kind, progress, flow);
    }

    private static String job(String id, String kind, String status, double progress) {
        return """
        {"id":"%s","kind":"%s","status":"%s","progress":%s,"ingest_id":"ing_1","asset_id":"ast_1","updated_at":"2026-11-21T09:30:0%dZ"}\
        """
                .formatted(id, kind, status, progress, id.equals("job_1") ? 7 : 5);
    }

    /** A job of no ingest and no export. */
    private static String alone(String status, String more) {
        return "{\"id\":\"job_1\",\"kind\":\"render\",\"status\":\"%s\",\"progress\":0%s}"
                .formatted(status, more);
    }

    private static String ingest(String status) {
        String problem =
                status.equals("failed")
                        ? ",\"problem\":{\"code\":\"no_audio\",\"title\":\"No sound\",\"detail\":\"There is no sound.\"}"
                        : "";
        return "{\"id\":\"ing_1\",\"status\":\"%s\",\"asset_id\":\"ast_1\",\"job\":{\"id\":\"job_1\"}%s}"
                .formatted(status, problem);
    }

    private static String export(String status) {
        return "{\"id\":\"exp_1\",\"status\":\"%s\",\"job\":{\"id\":\"job_1\"},\"renditions\":[{\"ratio\":\"9:16\"}]}"
                .formatted(status);
    }

    private static FakeApi.Answer stream(String... pieces) {
        return exchange -> {
            write(exchange, pieces);
            exchange.close();
        };
    }

    /** Writes and then breaks the connection in the middle of the body. */
    private static FakeApi.Answer broken(String... pieces) {
        return exchange -> {
            write(exchange, pieces);
            throw new IOException("cut on purpose");
        };
    }

    private static void write(HttpExchange exchange, String... pieces) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (String piece : pieces) {
            exchange.getResponseBody().write(piece.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
