package io.clipforge.local.demo;

import io.clipforge.sdk.ClipForge;
import io.clipforge.sdk.ProgressListener;
import io.clipforge.sdk.model.EventType;
import io.clipforge.sdk.model.NewBrandKit;
import io.clipforge.sdk.model.NewWebhookEndpoint;
import io.clipforge.sdk.model.WatermarkPosition;
import io.clipforge.sdk.resources.UploadOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

/** A customer who has set everything up: a project, a brand kit, and a server for webhooks. */
record Customer(
        ClipForge client, String projectId, String brandKitId, String endpointId, Receiver receiver)
        implements AutoCloseable {
    private static final String NAME = "ClipForge demo";
    private static final List<EventType> EVENTS =
            List.of(
                    EventType.INGEST_COMPLETED,
                    EventType.INGEST_FAILED,
                    EventType.TRANSCRIPT_READY,
                    EventType.MOMENTS_READY,
                    EventType.EXPORT_READY,
                    EventType.EXPORT_FAILED,
                    EventType.JOB_FAILED);

    static Customer arrive(URI api, String key) throws IOException {
        var client = ClipForge.builder().baseUrl(api.toString()).apiKey(key).build();
        var project = client.projects().create(NAME).getId();
        var receiver = new Receiver();
        try {
            forgetInterruptedRuns(client);
            var endpoint =
                    client.webhookEndpoints()
                            .create(
                                    new NewWebhookEndpoint()
                                            .url(receiver.address())
                                            .eventTypes(EVENTS)
                                            .description(NAME));
            receiver.trust(endpoint.getSecret());
            return new Customer(
                    client, project, brandKit(client, project), endpoint.getId(), receiver);
        } catch (IOException | RuntimeException e) {
            receiver.close();
            throw e;
        }
    }

    /** Nobody listens at their endpoints any more. */
    private static void forgetInterruptedRuns(ClipForge client) {
        client.webhookEndpoints().list().stream()
                .filter(it -> NAME.equals(it.getDescription()))
                .toList()
                .forEach(it -> client.webhookEndpoints().delete(it.getId()));
    }

    private static String brandKit(ClipForge client, String project) throws IOException {
        var watermark = Files.createTempFile("clipforge-", ".png");
        try {
            BrandMark.write(watermark);
            var options = UploadOptions.defaults().withProjectId(project);
            var upload = client.uploads().upload(watermark, options, ProgressListener.NONE);
            return client.brandKits()
                    .create(
                            new NewBrandKit()
                                    .name(NAME)
                                    .primaryColor(BrandMark.PRIMARY)
                                    .textColor(BrandMark.TEXT)
                                    .highlightColor(BrandMark.HIGHLIGHT)
                                    .watermarkUploadId(upload.getId())
                                    .watermarkPosition(WatermarkPosition.TOP_RIGHT)
                                    .watermarkOpacity(0.9))
                    .getId();
        } finally {
            Files.delete(watermark);
        }
    }

    @Override
    public void close() {
        client.webhookEndpoints().delete(endpointId);
        receiver.close();
    }
}
