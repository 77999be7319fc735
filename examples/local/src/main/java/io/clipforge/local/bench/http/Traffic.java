package io.clipforge.local.bench.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The requests that are sent to one service, rendered before anything is measured. */
final class Traffic {
    private static final int READS_PER_ACCOUNT = 200;
    private static final int PAGES_PER_ACCOUNT = 5;
    private static final int CREATES_PER_ACCOUNT = 20;

    /** Spreads consecutive numbers over all requests. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<Operation, List<Request>> requests = new EnumMap<>(Operation.class);

    private Traffic() {}

    /** As given. */
    static Traffic of(List<Request> requests) {
        var traffic = new Traffic();
        requests.forEach(traffic::add);
        return traffic;
    }

    /** Asks the service for the cursors that lead on from its first pages. */
    static Traffic of(Service service, List<Account> accounts) throws IOException {
        var traffic = new Traffic();
        try (var wire = Wire.to(service.port())) {
            for (var account : accounts) {
                traffic.addReads(account);
                traffic.addPages(wire, account);
                traffic.addCreates(account);
            }
        }
        return traffic;
    }

    Request pick(Operation operation, long number) {
        var all = Objects.requireNonNull(requests.get(operation));
        return all.get((int) (((number * SPREAD) >>> 33) % all.size()));
    }

    static Request read(Account account, String project) {
        return Request.of(
                Operation.READ, 200, head(account, "GET", "/v1/projects/" + project) + "\r\n");
    }

    /** The first page, or the one behind a cursor. */
    static Request list(Account account, String cursor) {
        var path = "/v1/projects?limit=20" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
        return Request.of(Operation.LIST, 200, head(account, "GET", path) + "\r\n");
    }

    /** Scheduled for a later year: no queue moves while something is measured. */
    static Request create(Account account, String project) {
        var body =
                """
                {"project_id": "%s", "source": {"type": "url", "url": "https://media.example.com/talks/42.mp4"}, \
                "options": {"language": "en", "max_moments": 8}, "run_at": "2035-11-21T09:30:00Z", \
                "metadata": {"load": "%s"}}\
                """
                        .formatted(project, Request.NUMBER);
        return Request.of(
                Operation.CREATE,
                202,
                head(account, "POST", "/v1/ingests")
                        + "Idempotency-Key: bench-"
                        + Request.NUMBER
                        + "\r\n"
                        + content(body));
    }

    /** A project is made with a key or without: the same but for that. */
    static Request createProject(Account account, boolean idempotent) {
        var body =
                """
                {"name": "Show %s", "metadata": {"channel": "main"}}\
                """
                        .formatted(Request.NUMBER);
        return Request.of(
                Operation.CREATE,
                201,
                head(account, "POST", "/v1/projects")
                        + (idempotent ? "Idempotency-Key: bench-" + Request.NUMBER + "\r\n" : "")
                        + content(body));
    }

    private static String content(String body) {
        return "Content-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.US_ASCII).length
                + "\r\n\r\n"
                + body;
    }

    private static String head(Account account, String method, String path) {
        return method
                + " "
                + path
                + " HTTP/1.1\r\nHost: api.clipforge.io\r\nAccept: application/json\r\n"
                + "Authorization: Bearer "
                + account.key()
                + "\r\n";
    }

    private void addReads(Account account) {
        account.projects().stream().limit(READS_PER_ACCOUNT).forEach(it -> add(read(account, it)));
    }

    private void addPages(Wire wire, Account account) throws IOException {
        var json = new ObjectMapper();
        var cursor = "";
        for (int i = 0; i < PAGES_PER_ACCOUNT; i++) {
            var page = list(account, cursor);
            if (wire.exchange(page.bytes(0)) != page.status()) {
                throw new IOException("there is no page of projects: " + wire.body());
            }
            add(page);
            cursor = json.readTree(wire.body()).path("next_cursor").asText();
        }
    }

    private void addCreates(Account account) {
        account.projects().stream()
                .limit(CREATES_PER_ACCOUNT)
                .forEach(it -> add(create(account, it)));
    }

    private void add(Request request) {
        requests.computeIfAbsent(request.operation(), _ -> new ArrayList<>()).add(request);
    }
}
