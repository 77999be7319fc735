package io.clipforge.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.clipforge.jobs.JobProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JobEventsTest {
    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);

    record Seen(String name, String id, JsonNode data) {}

    @Test
    void aFollowerSeesEveryJobOfTheFlowAndItsEnd() {
        var ingest = customer.ingest();
        var following =
                CompletableFuture.supplyAsync(() -> follow(ingest.at("/job/id").asText(), ""));
        worker.ingest();
        var seen = following.join();
        var kinds = seen.stream().map(it -> it.data().path("kind").asText()).distinct().toList();
        assertEquals(4, kinds.size(), kinds.toString());
        assertEquals("end", seen.getLast().name());
        assertEquals("succeeded", seen.getLast().data().path("flow_status").asText());
        assertTrue(
                seen.stream().limit(seen.size() - 1L).allMatch(it -> it.name().equals("progress")));
    }

    @Test
    void whoComesBackSeesOnlyWhatChangedSince() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var job = ingest.at("/job/id").asText();
        var all = follow(job, "");
        var rest = follow(job, all.get(1).id());
        assertTrue(rest.size() < all.size());
        assertEquals("end", rest.getLast().name());
    }

    @Test
    void theEndOfAFailedFlowTellsWhy() {
        var ingest = customer.ingest();
        worker.end(
                worker.take(JobKind.INGEST),
                new JobOutcome.Failed(JobProblem.NO_AUDIO, "The file has no sound track."));
        var end = follow(ingest.at("/job/id").asText(), "").getLast().data();
        assertEquals("failed", end.path("flow_status").asText());
        assertEquals("no_audio", end.at("/problem/code").asText());
    }

    @Test
    void theJobOfAnotherOrganizationCannotBeFollowed() {
        var ingest = customer.ingest();
        var path = "/v1/jobs/" + ingest.at("/job/id").asText() + "/events";
        assertEquals(404, new Customer().api.get(path).status());
    }

    /** A compressor would hold events back. */
    @Test
    void aStreamIsNotCompressedEvenForThoseWhoCouldReadIt() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var path = "/v1/jobs/" + ingest.at("/job/id").asText() + "/events";
        var answer = customer.api.send("GET", path, null, Map.of("Accept-Encoding", "gzip"));
        assertEquals(200, answer.status());
        assertEquals("", answer.header("Content-Encoding"));
        assertTrue(new String(answer.raw().body(), UTF_8).contains("data: "));
    }

    @Test
    void anIdThatNoEventCouldHaveIsRefused() {
        var path = "/v1/jobs/" + customer.ingest().at("/job/id").asText() + "/events";
        var answer = customer.api.send("GET", path, null, Map.of("Last-Event-ID", "0".repeat(256)));
        assertEquals(422, answer.status());
    }

    private List<Seen> follow(String jobId, String lastEventId) {
        var request =
                HttpRequest.newBuilder(
                                ControlPlane.address().resolve("/v1/jobs/" + jobId + "/events"))
                        .header("Authorization", "Bearer " + customer.key)
                        .header("Last-Event-ID", lastEventId.isEmpty() ? "0" : lastEventId)
                        .build();
        try {
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
            assertEquals(200, response.statusCode());
            return parse(response.body().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The fields of an event come in any order, so they are read one kind at a time. */
    private static List<Seen> parse(List<String> lines) throws IOException {
        var names = fields(lines, "event: ");
        var ids = fields(lines, "id: ");
        var data = fields(lines, "data: ");
        var seen = new ArrayList<Seen>();
        for (int i = 0; i < data.size(); i++) {
            seen.add(new Seen(names.get(i), ids.get(i), Caller.JSON.readTree(data.get(i))));
        }
        return seen;
    }

    private static List<String> fields(List<String> lines, String field) {
        return lines.stream()
                .filter(it -> it.startsWith(field))
                .map(it -> it.substring(field.length()))
                .toList();
    }
}
