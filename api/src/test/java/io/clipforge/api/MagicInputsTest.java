package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.Caller.Answer;
import io.clipforge.api.storage.ObjectStore;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.trials.MagicInputs;
import io.clipforge.api.trials.Scenario;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobQueue.Claim;
import io.clipforge.jobs.JobSpec;
import io.clipforge.jobs.Trial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagicInputsTest {
    /** How tables of them begin their rows. */
    private static final Pattern ROW = Pattern.compile("\\| `(/[a-z-]+\\.mp4)");

    private final Customer customer = new Customer(Environment.TEST);
    private final Worker worker = new Worker(customer);

    @Test
    void aLiveKeyIsToldThatTheyAreForTests() {
        var answer = ingest(new Customer(Environment.LIVE), "/talk.mp4");

        assertRefused("test_only", answer);
    }

    @Test
    void anUnknownPathIsToldTheKnownOnes() {
        var answer = ingest(customer, "/fails-at-lunch.mp4");

        assertRefused("unknown_input", answer);
        for (var scenario : Scenario.values()) {
            assertTrue(answer.text("detail").contains(scenario.path()), scenario.path());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seconds=0",
                "seconds=601",
                "seconds=99999999999",
                "seconds=-1",
                "minutes=1"
            })
    void whatIsTooSlowOrNoTimeIsRefused(String query) {
        assertRefused("out_of_range", ingest(customer, "/slow.mp4?" + query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://TEST.clipforge.dev", "https://test.clipforge.dev.:8443"})
    void theHostIsReservedHoweverItIsWritten(String origin) {
        assertEquals(202, ingestFrom(customer, origin + "/talk.mp4").status());

        assertInstanceOf(JobSpec.Source.Sample.class, taken().source());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://clipforge.dev/talk.mp4",
                "https://nottest.clipforge.dev/talk.mp4",
                "https://test.clipforge.dev.example.com/talk.mp4",
                "https://example.com/test.clipforge.dev/talk.mp4"
            })
    void anyOtherHostIsFetchedAsEver(String url) {
        assertEquals(202, ingestFrom(customer, url).status());

        assertInstanceOf(JobSpec.Source.Url.class, taken().source());
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void noneIsEverFetched(Scenario scenario) {
        var answer = ingest(customer, scenario.path());
        assertEquals(202, answer.status(), () -> answer.body().toString());
        assertEquals("test", answer.text("environment"));

        assertInstanceOf(JobSpec.Source.Sample.class, taken().source());
    }

    @Test
    void whatIsSlowWaitsAsLongAsItIsAskedTo() {
        ingest(customer, "/slow.mp4?seconds=42");
        assertEquals(new Trial.Wait(42), taken().trial());

        ingest(customer, "/slow.mp4");
        assertEquals(new Trial.Wait(10), taken().trial());
    }

    @Test
    void itsTranscriptIsThereUnlessTheCustomerSuppliesOne() {
        ingest(customer, "/talk.mp4");
        worker.finish(worker.take(JobKind.INGEST));
        assertTrue(supplied(worker.take(JobKind.TRANSCRIBE)).contains("thank you for spending"));

        ingestFrom(
                customer,
                "https://" + MagicInputs.HOST + "/talk.mp4",
                """
                , "options": {"transcript": {"format": "srt", "content": "1\\n00:00:00,000 --> 00:00:02,000\\nMine.\\n"}}
                """);
        worker.finish(worker.take(JobKind.INGEST));
        assertTrue(supplied(worker.take(JobKind.TRANSCRIBE)).contains("Mine."));
    }

    /** Every job of its flow and every export, and no other job. */
    @Test
    void aTrialReachesTheJobItIsFor() {
        for (var kind : JobKind.values()) {
            var stage = kind.wireName().replace(".v1", "");
            var tried = trialsOf("/retries-at-" + stage + ".mp4");
            assertEquals(List.of(kind), tried, stage);
        }
    }

    @Test
    void itIsInTheContractAndInTheReadme() throws Exception {
        var known = Arrays.stream(Scenario.values()).map(Scenario::path).toList();
        var source = Specification.document().at("/components/schemas/UrlSource/description");

        assertEquals(known, listed(source.asText()));
        assertEquals(known, listed(Files.readString(Path.of("../README.md"))));
        assertTrue(source.asText().contains(MagicInputs.HOST));
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void whatFailsAtAStageFailsAsTheContractSays(Scenario scenario) {
        var source = Specification.document().at("/components/schemas/UrlSource/description");
        var row =
                source.asText()
                        .lines()
                        .filter(it -> it.startsWith("| `" + scenario.path()))
                        .findFirst()
                        .orElseThrow();
        for (var kind : JobKind.values()) {
            if (scenario.trial(kind) instanceof Trial.Fail(var problem, _)) {
                assertTrue(row.contains("`" + problem.code() + "`"), row);
            }
        }
    }

    /** A magic input and an upload of the same name. */
    @Test
    void onlyTheHostMakesItMagic() {
        customer.ingest();

        assertNull(taken().trial());
        assertFalse(
                Database.column(
                                "select id from assets where scenario is null and org_id = '%s'"
                                        .formatted(customer.organization))
                        .isEmpty());
    }

    private List<JobKind> trialsOf(String path) {
        var made = ingest(customer, path).body();
        var claims =
                List.of(JobKind.INGEST, JobKind.TRANSCRIBE, JobKind.ANALYZE, JobKind.RANK).stream()
                        .map(this::done)
                        .collect(Collectors.toList());
        customer.awaitIngest(made.path("id").asText(), "completed");
        var moments = "/v1/assets/" + made.path("asset_id").asText() + "/moments";
        customer.export(customer.api.get(moments).body().at("/data/0/id").asText());
        claims.add(done(JobKind.RENDER));
        return claims.stream()
                .map(it -> it.message().spec())
                .filter(it -> it.trial() instanceof Trial.Stumble)
                .map(it -> JobKind.find(it.kind()).orElseThrow())
                .toList();
    }

    private Claim done(JobKind kind) {
        var claim = worker.take(kind);
        worker.finish(claim);
        return claim;
    }

    private JobSpec.Ingest taken() {
        return (JobSpec.Ingest) worker.take(JobKind.INGEST).message().spec();
    }

    private static String supplied(Claim claim) {
        var spec = (JobSpec.Transcribe) claim.message().spec();
        var bytes = ControlPlane.bean(ObjectStore.class).get(supplied(spec).key());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static JobSpec.SuppliedTranscript supplied(JobSpec.Transcribe spec) {
        return Objects.requireNonNull(spec.supplied());
    }

    private static List<String> listed(String text) {
        return ROW.matcher(text).results().map(it -> it.group(1)).toList();
    }

    private static Answer ingest(Customer customer, String path) {
        return ingestFrom(customer, "https://" + MagicInputs.HOST + path);
    }

    private static Answer ingestFrom(Customer customer, String url) {
        return ingestFrom(customer, url, "");
    }

    private static Answer ingestFrom(Customer customer, String url, String more) {
        var body =
                """
                {"project_id": "%s", "source": {"type": "url", "url": "%s"}%s}
                """
                        .formatted(customer.project, url, more);
        return customer.api.post("/v1/ingests", body, Worker.key());
    }

    private static void assertRefused(String code, Answer answer) {
        assertEquals(422, answer.status());
        assertEquals("validation_failed", answer.text("code"));
        assertEquals("/source/url", answer.body().at("/errors/0/pointer").asText());
        assertEquals(code, answer.body().at("/errors/0/code").asText());
    }
}
