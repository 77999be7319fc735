package io.clipforge.local.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds what services answer side by side, before they are measured. */
final class SameAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** New with each create, like the ids of what is created. */
    private static final Set<String> OWN = Set.of("created_at", "updated_at");

    private static final Pattern NEW_ID = Pattern.compile("(ing|ast|job)_[0-9a-z]{26}");
    private static final long ANY = 0xbe7c_0000_0000_0000L;

    private SameAnswers() {}

    /** Complains of the first difference between ours and a peer's. */
    static void require(Service ours, Service peer, List<Account> accounts) throws IOException {
        try (var one = Wire.to(ours.port());
                var other = Wire.to(peer.port())) {
            for (int i = 0; i < accounts.size(); i++) {
                var account = accounts.get(i);
                var foreign = accounts.get((i + 1) % accounts.size()).projects().getFirst();
                var project = account.projects().getFirst();
                compare(peer, one, other, Traffic.read(account, project), ANY + i);
                compare(peer, one, other, Traffic.read(account, foreign), ANY + i);
                comparePages(peer, one, other, account);
                requireReplay(peer, one, other, account, ANY + i);
            }
            var nobody = new Account(accounts.getFirst().organization(), "cf_live_x", List.of());
            var project = accounts.getFirst().projects().getFirst();
            compare(peer, one, other, Traffic.read(nobody, project), ANY);
        }
    }

    /** Two pages; each service leads on by a cursor of its own. */
    private static void comparePages(Service peer, Wire one, Wire other, Account account)
            throws IOException {
        var first = Traffic.list(account, "");
        compare(peer, one, other, first, 0);
        var second = Traffic.list(account, cursor(one)).bytes(0);
        var peers = Traffic.list(account, cursor(other)).bytes(0);
        same(peer, "the second page", one.exchange(second), other.exchange(peers));
        same(peer, "the second page", plain(one), plain(other));
    }

    /** The same key and request again, then the same key for another project. */
    private static void requireReplay(
            Service peer, Wire one, Wire other, Account account, long number) throws IOException {
        var create = Traffic.create(account, account.projects().getFirst());
        compare(peer, one, other, create, number);
        for (var wire : List.of(one, other)) {
            var made = wire.body();
            int status = wire.exchange(create.bytes(number));
            same(peer, "a replay", 202, status);
            same(peer, "a replay", JSON.readTree(made), JSON.readTree(wire.body()));
            same(peer, "a replay", "true", wire.header("Idempotent-Replayed").orElse("no"));
        }
        compare(peer, one, other, Traffic.create(account, account.projects().getLast()), number);
    }

    private static void compare(Service peer, Wire one, Wire other, Request request, long number)
            throws IOException {
        var bytes = request.bytes(number);
        int ours = one.exchange(bytes);
        same(peer, request.operation().text(), ours, other.exchange(bytes));
        if (ours < 400) {
            same(peer, request.operation().text(), plain(one), plain(other));
        } // what is said about a refusal is each one's own
    }

    private static void same(Service peer, String of, Object ours, Object theirs)
            throws IOException {
        if (!ours.equals(theirs)) {
            throw new IOException(
                    "%s does not answer %s as we do: %s, not %s"
                            .formatted(peer.name(), of, theirs, ours));
        }
    }

    private static String cursor(Wire wire) throws IOException {
        return JSON.readTree(wire.body()).path("next_cursor").asText();
    }

    private static JsonNode plain(Wire wire) throws IOException {
        return plain("", JSON.readTree(wire.body()));
    }

    /** Without what has to differ. */
    static JsonNode plain(String name, JsonNode node) {
        return switch (node) {
            case ObjectNode it -> {
                var plain = JSON.createObjectNode();
                it.properties().stream()
                        .filter(field -> !field.getKey().equals("next_cursor"))
                        .forEach(field ->
                                plain.set(field.getKey(), plain(field.getKey(), field.getValue())));
                // a project's times are old and the same; those of an ingest are new
                yield it.has("job") || it.has("ingest_id") ? plain.remove(OWN) : plain;
            }
            case ArrayNode it -> {
                var plain = JSON.createArrayNode();
                it.forEach(item -> plain.add(plain(name, item)));
                yield plain;
            }
            case TextNode it -> new TextNode(text(it.asText()));
            case JsonNode it when it.isNumber() -> JSON.getNodeFactory().numberNode(it.asDouble());
            case JsonNode it -> it;
        };
    }

    private static String text(String text) {
        if (NEW_ID.matcher(text).matches()) {
            return text.substring(0, 3);
        }
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeParseException _) {
            return text; // most texts are no times
        }
    }
}
