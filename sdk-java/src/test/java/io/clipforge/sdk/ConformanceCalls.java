package io.clipforge.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clipforge.sdk.http.Json;
import io.clipforge.sdk.model.ExportExpansion;
import io.clipforge.sdk.model.JobStatus;
import io.clipforge.sdk.model.NewBrandKit;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.NewProject;
import io.clipforge.sdk.model.NewUpload;
import io.clipforge.sdk.model.ProjectUpdate;
import io.clipforge.sdk.model.Recaption;
import io.clipforge.sdk.resources.AuditLog;
import io.clipforge.sdk.resources.Jobs;
import io.clipforge.sdk.resources.ListFilter;
import io.clipforge.sdk.resources.Paging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Makes the calls that the cases of {@code openapi/conformance} name. */
record ConformanceCalls(ClipForge client, Path scratch) {

    /** Makes one call and answers what came of it, as JSON. */
    JsonNode make(JsonNode call) {
        Object result = result(call);
        if (result instanceof Page<?> page) {
            return call.path("walk").asBoolean() ? walked(page) : listed(page);
        }
        return tree(result);
    }

    private Object result(JsonNode call) {
        JsonNode query = call.path("query");
        return switch (call.path("call").asText()) {
            case "projects.get" -> client.projects().get(id(call));
            case "projects.create" -> createProject(call);
            case "projects.update" -> updateProject(call);
            case "projects.delete" -> gone(() -> client.projects().delete(id(call)));
            case "projects.list" -> client.projects().list(paged(query, new Paging()));
            case "webhook_endpoints.rotate_secret" ->
                    client.webhookEndpoints().rotateSecret(id(call));
            case "ingests.create" -> client.ingests().create(body(call, NewIngest.class));
            case "exports.create" -> client.exports().create(body(call, NewExport.class));
            case "exports.recaption" ->
                    client.exports().recaption(id(call), body(call, Recaption.class));
            case "exports.get" -> client.exports().get(id(call), expansions(query));
            case "exports.cancel" -> client.exports().cancel(id(call));
            case "exports.wait_until_done" -> client.exports().waitUntilDone(id(call));
            case "brand_kits.create" -> client.brandKits().create(body(call, NewBrandKit.class));
            case "uploads.create" -> client.uploads().create(body(call, NewUpload.class));
            case "uploads.upload" -> client.uploads().upload(file(call.path("file")));
            case "jobs.get" -> client.jobs().get(id(call));
            case "jobs.list" -> client.jobs().list(jobs(query));
            case "transcripts.srt" -> client.transcripts().srt(id(call));
            case "audit_log.list" ->
                    client.auditLog()
                            .list(new AuditLog.Filter().actor(query.path("actor").asText()));
            default -> throw new IllegalStateException("unknown call " + call);
        };
    }

    private Object createProject(JsonNode call) {
        NewProject project = body(call, NewProject.class);
        return call.has("idempotency_key")
                ? client.projects().create(project, call.path("idempotency_key").asText())
                : client.projects().create(project);
    }

    private Object updateProject(JsonNode call) {
        ProjectUpdate changes = body(call, ProjectUpdate.class);
        return call.has("etag")
                ? client.projects().update(id(call), changes, call.path("etag").asText())
                : client.projects().update(id(call), changes);
    }

    private static Jobs.Filter jobs(JsonNode query) {
        Jobs.Filter filter = paged(query, new Jobs.Filter());
        return query.has("status")
                ? filter.status(JobStatus.fromValue(query.path("status").asText()))
                : filter;
    }

    private static <F extends ListFilter<F>> F paged(JsonNode query, F filter) {
        F limited = query.has("limit") ? filter.limit(query.path("limit").asInt()) : filter;
        return query.has("cursor") ? limited.cursor(query.path("cursor").asText()) : limited;
    }

    private static Set<ExportExpansion> expansions(JsonNode query) {
        Set<ExportExpansion> expand = new TreeSet<>();
        query.path("expand").forEach(name -> expand.add(ExportExpansion.fromValue(name.asText())));
        return expand;
    }

    private static String id(JsonNode call) {
        return call.path("path").elements().next().asText();
    }

    private static <T> T body(JsonNode call, Class<T> type) {
        return Json.read(call.path("body"), type);
    }

    private Path file(JsonNode wanted) {
        byte[] bytes = new byte[wanted.path("bytes").asInt()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        try {
            return Files.write(scratch.resolve("talk.mp4"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode walked(Page<?> page) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        page.stream().forEach(object -> ids.add(tree(object).path("id")));
        return JsonNodeFactory.instance.objectNode().set("ids", ids);
    }

    private static JsonNode listed(Page<?> page) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.set("data", tree(page.data()));
        told.put("has_more", page.hasMore());
        page.nextCursor().ifPresent(cursor -> told.put("next_cursor", cursor));
        return told;
    }

    private static JsonNode tree(Object value) {
        return Json.read(Json.write(value), JsonNode.class);
    }

    private static Object gone(Runnable call) {
        call.run();
        return JsonNodeFactory.instance.objectNode();
    }
}
