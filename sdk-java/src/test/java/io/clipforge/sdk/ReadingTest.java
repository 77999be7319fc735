package io.clipforge.sdk;

import static io.clipforge.sdk.FakeApi.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.sdk.model.Ingest;
import io.clipforge.sdk.model.IngestStatus;
import io.clipforge.sdk.model.Job;
import io.clipforge.sdk.model.JobStatus;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.Priority;
import io.clipforge.sdk.model.Project;
import io.clipforge.sdk.model.ProjectUpdate;
import io.clipforge.sdk.model.UploadSource;
import io.clipforge.sdk.resources.Ingests;
import io.clipforge.sdk.resources.Paging;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final FakeApi api = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void whatIsYoungerThanTheSdkDoesNotBreakIt() {
        api.on(
                "GET /v1/ingests/ing_1",
                json(
                        200,
                        """
                        {"id":"ing_1","status":"hibernating","mood":{"deep":[1,2]},
                         "source":{"type":"hologram","projector":"p1"},"asset_id":"ast_1"}\
                        """));

        Ingest ingest = api.client().ingests().get("ing_1");

        assertEquals(IngestStatus.UNKNOWN, ingest.getStatus());
        assertNull(ingest.getSource());
        assertEquals("ast_1", ingest.getAssetId());
    }

    @Test
    void aSourceIsReadAndWrittenByItsType() {
        api.on(
                "POST /v1/ingests",
                json(
                        202,
                        "{\"id\":\"ing_1\",\"source\":{\"upload_id\":\"upl_1\",\"type\":\"upload\"}}"));

        Ingest ingest =
                api.client()
                        .ingests()
                        .create(
                                new NewIngest()
                                        .projectId("prj_1")
                                        .source(new UploadSource().uploadId("upl_1")));

        UploadSource source = assertInstanceOf(UploadSource.class, ingest.getSource());
        assertEquals("upl_1", source.getUploadId());
        assertEquals(
                "{\"project_id\":\"prj_1\",\"source\":{\"type\":\"upload\",\"upload_id\":\"upl_1\"}}",
                api.seen.get(0).body());
    }

    @Test
    void aPriorityAndATimeAreSentAsTheContractWritesThem() {
        api.on("POST /v1/exports", json(202, "{\"id\":\"exp_1\"}"));
        OffsetDateTime tonight = OffsetDateTime.parse("2026-11-21T22:00:00Z");

        api.client()
                .exports()
                .create(new NewExport().momentId("mom_1").priority(Priority.BATCH).runAt(tonight));

        assertEquals(
                "{\"moment_id\":\"mom_1\",\"priority\":\"batch\",\"run_at\":\"2026-11-21T22:00:00Z\"}",
                api.seen.get(0).body());
    }

    @Test
    void aJobTellsWhereItStands() {
        api.on(
                "GET /v1/jobs/job_1",
                json(
                        200,
                        """
                        {"id":"job_1","kind":"transcribe","status":"scheduled","priority":"urgent",
                         "parent_id":"job_0","part":3,"run_at":"2026-11-21T22:00:00Z"}\
                        """));

        Job job = api.client().jobs().get("job_1");

        assertEquals(JobStatus.SCHEDULED, job.getStatus());
        assertEquals(Priority.UNKNOWN, job.getPriority());
        assertEquals("job_0", job.getParentId());
        assertEquals(3, job.getPart());
        assertEquals(OffsetDateTime.parse("2026-11-21T22:00:00Z"), job.getRunAt());
        assertNull(job.getDegraded());
        assertNull(job.getEta());
    }

    @Test
    void anUpdateSendsOnlyWhatWasSet() {
        api.on("PATCH /v1/projects/prj_1", json(200, "{\"id\":\"prj_1\"}"));

        api.client().projects().update("prj_1", new ProjectUpdate().name("Archive"));

        assertEquals("{\"name\":\"Archive\"}", api.seen.get(0).body());
    }

    @Test
    void pagesAreWalkedWithTheFilterKept() {
        api.on(
                "GET /v1/ingests",
                json(
                        200,
                        "{\"data\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"has_more\":true,\"next_cursor\":\"a b&c\"}"),
                json(200, "{\"data\":[],\"has_more\":true,\"next_cursor\":\"d\"}"),
                json(200, "{\"data\":[{\"id\":\"3\"}],\"has_more\":false}"));

        List<String> ids = new ArrayList<>();
        Page<Ingest> first =
                api.client()
                        .ingests()
                        .list(new Ingests.Filter().status(IngestStatus.FAILED).limit(2));
        for (Ingest ingest : first.autoPaging()) {
            ids.add(ingest.getId());
        }

        assertEquals(List.of("1", "2", "3"), ids);
        assertEquals(
                List.of(
                        "status=failed&limit=2",
                        "status=failed&limit=2&cursor=a%20b%26c",
                        "status=failed&limit=2&cursor=d"),
                api.seen.stream().map(seen -> seen.uri().getRawQuery()).toList());
    }

    @Test
    void aPageIsFetchedWhenItIsReached() {
        api.on(
                "GET /v1/projects",
                json(
                        200,
                        "{\"data\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"has_more\":true,\"next_cursor\":\"c\"}"),
                json(200, "{\"data\":[{\"id\":\"3\"}],\"has_more\":false}"));

        Page<Project> page = api.client().projects().list(new Paging().limit(2));
        assertEquals("2", page.stream().skip(1).findFirst().orElseThrow().getId());
        assertEquals(1, api.seen.size());

        assertTrue(page.hasMore());
        Page<Project> last = page.next().orElseThrow();
        assertEquals("3", last.data().get(0).getId());
        assertFalse(last.hasMore());
        assertTrue(last.next().isEmpty());
    }
}
