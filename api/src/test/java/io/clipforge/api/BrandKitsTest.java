package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.api.ids.TypeId;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrandKitsTest {
    private static final String HOUSE =
            """
            {"name": "House", "primary_color": "#112233", "text_color": "#FFFFFF", "highlight_color": "#FFCC00"}
            """;

    private final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);

    @Test
    void aBrandKitIsChangedFieldByField() {
        var path = path(create(HOUSE));
        var changed = change(path, "{\"primary_color\": \"#000000\"}");
        assertEquals("#000000", changed.path("primary_color").asText());
        assertEquals("#FFCC00", changed.path("highlight_color").asText());
        assertEquals(204, customer.api.delete(path).status());
        assertEquals(404, customer.api.get(path).status());
    }

    @Test
    void eachChangeMakesAVersionAndTheOlderOnesStay() {
        var first = create(HOUSE);
        var path = path(first);
        var second = change(path, "{\"primary_color\": \"#000000\", \"watermark_opacity\": 0.3}");
        var third = change(path, "{\"name\": \"Home\", \"metadata\": {\"team\": \"7\"}}");

        assertEquals(1, first.path("version").asInt());
        assertEquals(2, second.path("version").asInt());
        assertEquals(3, third.path("version").asInt());
        assertEquals(first, customer.api.get(path + "?version=1").body());
        assertEquals(second, customer.api.get(path + "?version=2").body());
        assertEquals(third, customer.api.get(path + "?version=3").body());
        assertEquals(third, customer.api.get(path).body());
        assertEquals("\"2\"", customer.api.get(path + "?version=2").header("ETag"));
    }

    @Test
    void aVersionThatNeverWasIsNotFoundNorIsOneOfADeletedBrandKit() {
        var path = path(create(HOUSE));
        assertEquals(404, customer.api.get(path + "?version=2").status());
        assertEquals(422, customer.api.get(path + "?version=0").status());
        assertEquals(404, new Customer().api.get(path + "?version=1").status());
        customer.api.delete(path);
        assertEquals(404, customer.api.get(path + "?version=1").status());
    }

    @Test
    void aVersionIsNeverChanged() throws SQLException {
        create(HOUSE);
        try (var connection = application();
                var statement = connection.createStatement()) {
            for (var change :
                    new String[] {
                        "update brand_kit_versions set version = 9",
                        "delete from brand_kit_versions"
                    }) {
                var refused = assertThrows(SQLException.class, () -> statement.execute(change));
                assertEquals("42501", refused.getSQLState());
            }
        }
    }

    @Test
    void anExportIsMadeWithTheVersionItNamesOrTheOneThereIs() {
        var moment = moment();
        var kit = create(HOUSE);
        var now = export(moment, kit, "");
        assertEquals(1, now.path("brand_kit_version").asInt());
        change(path(kit), "{\"primary_color\": \"#000000\"}");

        var later = export(moment, kit, "");
        var again = export(moment, kit, ", \"brand_kit_version\": 1");

        var told = told(3);
        assertEquals("#112233", brand(told, now).primaryColor());
        assertEquals(2, later.path("brand_kit_version").asInt());
        assertEquals("#000000", brand(told, later).primaryColor());
        assertEquals(1, again.path("brand_kit_version").asInt());
        assertEquals("#112233", brand(told, again).primaryColor());
        var read = customer.api.get("/v1/exports/" + again.path("id").asText());
        assertEquals(1, read.body().path("brand_kit_version").asInt());
    }

    @Test
    void anExportNamesAVersionOfAKitThatThereIs() {
        var moment = moment();
        var kit = create(HOUSE);
        var never =
                customer.api.post(
                        "/v1/exports",
                        newExport(moment, kit, ", \"brand_kit_version\": 2"),
                        Worker.key());
        assertEquals(404, never.status());
        var nameless =
                customer.api.post(
                        "/v1/exports",
                        "{\"moment_id\": \"%s\", \"ratios\": [\"9:16\"], \"brand_kit_version\": 1}"
                                .formatted(moment),
                        Worker.key());
        assertEquals(422, nameless.status());
        assertEquals("/brand_kit_id", nameless.body().at("/errors/0/pointer").asText());
    }

    @Test
    void anExportThatDoesNotSayTakesStyleAndRatiosFromTheKit() {
        var moment = moment();
        var kit =
                change(
                        path(create(HOUSE)),
                        """
                        {"caption_style": "box", "ratios": ["1:1", "4:5", "1:1"],
                         "lower_third": {"title": "Ada", "subtitle": "Analyst"}, "font_upload_id": "%s"}
                        """
                                .formatted(customer.upload()));
        var body =
                "{\"moment_id\": \"%s\", \"brand_kit_id\": \"%s\"}"
                        .formatted(moment, kit.path("id").asText());
        var plain = customer.api.post("/v1/exports", body, Worker.key()).body();
        var own =
                export(
                        moment,
                        kit,
                        ", \"captions\": {\"style\": \"pop\", \"mask_profanity\": true}");

        assertEquals("[\"1:1\",\"4:5\"]", plain.path("ratios").toString());
        assertEquals("box", plain.at("/captions/style").asText());
        assertEquals("[\"9:16\"]", own.path("ratios").toString());
        assertEquals("pop", own.at("/captions/style").asText());
        var told = told(2);
        assertEquals(
                JobSpec.Captions.Style.BOX,
                Objects.requireNonNull(told.get(plain.path("id").asText())).captions().style());
        var brand = brand(told, plain);
        assertEquals(new JobSpec.Brand.LowerThird("Ada", "Analyst"), brand.lowerThird());
        assertTrue(String.valueOf(brand.fontKey()).endsWith("/source"));
    }

    @Test
    void withoutRatiosAnExportIsRefused() {
        var moment = moment();
        var bare =
                customer.api.post(
                        "/v1/exports", "{\"moment_id\": \"%s\"}".formatted(moment), Worker.key());
        assertEquals(422, bare.status());
        assertEquals("/ratios", bare.body().at("/errors/0/pointer").asText());
    }

    @Test
    void whatAKitSaysCanBeTakenAway() {
        var upload = customer.upload();
        var path = path(create(HOUSE));
        var full =
                change(
                        path,
                        """
                        {"caption_style": "box", "ratios": ["1:1"], "lower_third": {"title": "Ada"},
                         "font_upload_id": "%1$s", "watermark_upload_id": "%1$s"}
                        """
                                .formatted(upload));
        assertEquals(upload, full.path("font_upload_id").asText());
        assertEquals("Ada", full.at("/lower_third/title").asText());

        var less =
                change(
                        path,
                        """
                        {"remove": ["font", "watermark", "caption_style", "ratios", "lower_third"],
                         "lower_third": {"title": "Grace"}}
                        """);

        assertEquals("Grace", less.at("/lower_third/title").asText());
        for (var gone :
                List.of("font_upload_id", "watermark_upload_id", "caption_style", "ratios")) {
            assertTrue(less.path(gone).isMissingNode(), gone);
        }
        assertEquals(full, customer.api.get(path + "?version=2").body());
    }

    @Test
    void aLowerThirdHasWordsAndAFontIsBounded() {
        var path = path(create(HOUSE));
        var blank =
                customer.api.send("PATCH", path, "{\"lower_third\": {\"title\": \" \"}}", Map.of());
        assertEquals("/lower_third/title", blank.body().at("/errors/0/pointer").asText());
        var upload = customer.upload();
        Database.change(
                "update uploads set size_bytes = ? where id = ?",
                (10L << 20) + 1,
                TypeId.UPLOAD.find(upload).orElseThrow());
        var large =
                customer.api.send(
                        "PATCH", path, "{\"font_upload_id\": \"%s\"}".formatted(upload), Map.of());
        assertEquals("/font_upload_id", large.body().at("/errors/0/pointer").asText());
    }

    @Test
    void anIntroAndAnOutroAreShownUnlessTheExportSaysNo() {
        var moment = moment();
        var upload = customer.upload();
        var kit =
                change(
                        path(create(HOUSE)),
                        """
                        {"intro": {"upload_id": "%1$s"}, "outro": {"upload_id": "%1$s", "still_ms": 1500}}
                        """
                                .formatted(upload));
        assertEquals(upload, kit.at("/intro/upload_id").asText());
        assertEquals(3000, kit.at("/intro/still_ms").asInt());
        change(path(kit), "{\"remove\": [\"intro\"]}");

        var now = export(moment, kit, "");
        var again = export(moment, kit, ", \"brand_kit_version\": 2");
        var bare =
                export(
                        moment,
                        kit,
                        ", \"brand_kit_version\": 2, \"intro\": false, \"outro\": false");

        var told = told(3);
        assertNull(brand(told, now).intro());
        assertEquals(1500, Objects.requireNonNull(brand(told, now).outro()).stillMs());
        var intro = Objects.requireNonNull(brand(told, again).intro());
        assertTrue(intro.key().startsWith(customer.organization + "/uploads/"), intro.key());
        assertEquals(3000, intro.stillMs());
        assertNull(brand(told, bare).intro());
        assertNull(brand(told, bare).outro());
        for (var export : List.of(now, again, bare)) {
            var read = customer.api.get("/v1/exports/" + export.path("id").asText()).body();
            var brand = brand(told, export);
            assertEquals(brand.intro() != null, read.path("intro").asBoolean());
            assertEquals(brand.outro() != null, read.path("outro").asBoolean());
        }
    }

    @Test
    void anIntroIsACompletedUploadOfOnesOwnThatMayShowSomething() {
        var path = path(create(HOUSE));
        var open = customer.api.post("/v1/uploads", "{\"filename\": \"a\", \"size_bytes\": 5}");
        assertEquals("upload_incomplete", intro(path, open.text("id")).text("code"));
        assertEquals(404, intro(path, new Customer().upload()).status());
        var etag = Customer.put(open.body().at("/parts/0/url").asText(), "OTTO\u0000");
        customer.api.post(
                "/v1/uploads/" + open.text("id") + "/complete",
                "{\"parts\": [{\"part_number\": 1, \"etag\": %s}]}".formatted(etag));
        assertEquals("unsupported_media", intro(path, open.text("id")).text("code"));
        var large = customer.upload();
        Database.change(
                "update uploads set size_bytes = ? where id = ?",
                (200L << 20) + 1,
                TypeId.UPLOAD.find(large).orElseThrow());
        assertEquals(
                "/intro/upload_id", intro(path, large).body().at("/errors/0/pointer").asText());
        assertEquals(1, customer.api.get(path).body().path("version").asInt());
    }

    private Caller.Answer intro(String path, String upload) {
        return customer.api.send(
                "PATCH", path, "{\"intro\": {\"upload_id\": \"%s\"}}".formatted(upload), Map.of());
    }

    private JsonNode create(String kit) {
        var answer = customer.api.post("/v1/brand_kits", kit);
        assertEquals(201, answer.status(), () -> answer.body().toString());
        return answer.body();
    }

    private JsonNode change(String path, String changes) {
        var answer = customer.api.send("PATCH", path, changes, Map.of());
        assertEquals(200, answer.status(), () -> answer.body().toString());
        return answer.body();
    }

    private static String path(JsonNode kit) {
        return "/v1/brand_kits/" + kit.path("id").asText();
    }

    private String moment() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var moments = "/v1/assets/" + ingest.path("asset_id").asText() + "/moments";
        return customer.api.get(moments).body().at("/data/0/id").asText();
    }

    private static String newExport(String moment, JsonNode kit, String more) {
        return "{\"moment_id\": \"%s\", \"ratios\": [\"9:16\"], \"brand_kit_id\": \"%s\"%s}"
                .formatted(moment, kit.path("id").asText(), more);
    }

    private JsonNode export(String moment, JsonNode kit, String more) {
        var answer = customer.api.post("/v1/exports", newExport(moment, kit, more), Worker.key());
        assertEquals(202, answer.status(), () -> answer.body().toString());
        return answer.body();
    }

    /** What the fleet is told about each export. */
    private Map<String, JobSpec.Render> told(int exports) {
        return Stream.generate(() -> (JobSpec.Render) worker.take(JobKind.RENDER).message().spec())
                .limit(exports)
                .collect(Collectors.toMap(it -> TypeId.EXPORT.text(it.exportId()), it -> it));
    }

    private static JobSpec.Brand brand(Map<String, JobSpec.Render> told, JsonNode export) {
        var spec = Objects.requireNonNull(told.get(export.path("id").asText()));
        return Objects.requireNonNull(spec.brand());
    }

    private static Connection application() throws SQLException {
        return DriverManager.getConnection(Servers.databaseUrl(), "clipforge_app", "app");
    }
}
