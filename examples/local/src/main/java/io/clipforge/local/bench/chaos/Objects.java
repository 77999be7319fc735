package io.clipforge.local.bench.chaos;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * What lies in the object store beside what PostgreSQL knows of it.
 *
 * @param present every key of the organization
 * @param referenced keys that rows name
 * @param known ids that may stand in keys: of rows, and of runs that succeeded
 */
record Objects(Set<String> present, Set<String> referenced, Set<String> known) {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String REFERENCED =
            """
            select key
              from assets, unnest(array[source_key, audio_key, proxy_key, poster_key, waveform_key,
                                        transcript_key, analysis_key]) as key
             where key is not null
            union
            select supplied_key from ingests where supplied_key is not null
            union
            select storage_key from uploads
            union
            select value #>> '{}'
              from jobs, jsonb_path_query(result, '$.** ? (@.type() == "string")') as value
             where status = 'succeeded'
            """;

    private static final String KNOWN =
            """
            select id::text from organizations
            union select id::text from assets
            union select id::text from uploads
            union select id::text from ingests
            union select id::text from jobs
            union select run_id::text from jobs where status = 'succeeded' and run_id is not null
            """;

    static Objects look(Connection connection, Map<String, Object> storage, UUID organization)
            throws SQLException {
        var prefix = organization + "/";
        var referenced = new HashSet<>(Rows.texts(connection, REFERENCED));
        referenced.removeIf(it -> !it.startsWith(prefix));
        var known = new HashSet<>(Rows.texts(connection, KNOWN));
        return new Objects(list(storage, prefix), referenced, known);
    }

    /** Named by a row, and not there. */
    List<String> missing() {
        return referenced.stream().filter(it -> !present.contains(it)).sorted().toList();
    }

    /** There, and written by a run that did not succeed. */
    List<String> leftOver() {
        return present.stream().filter(this::ofUnknownRun).sorted().toList();
    }

    private boolean ofUnknownRun(String key) {
        return ID.matcher(key).results().anyMatch(it -> !known.contains(it.group()));
    }

    private static Set<String> list(Map<String, Object> storage, String prefix) {
        try (var store = client(storage)) {
            return store
                    .listObjectsV2Paginator(it -> it.bucket(text(storage, "bucket")).prefix(prefix))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .collect(Collectors.toSet());
        }
    }

    private static S3Client client(Map<String, Object> storage) {
        return S3Client.builder()
                .endpointOverride(URI.create(text(storage, "endpoint")))
                .region(Region.of(text(storage, "region")))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        text(storage, "access-key"), text(storage, "secret-key"))))
                .build();
    }

    private static String text(Map<String, Object> storage, String key) {
        return String.valueOf(storage.get("clipforge.storage." + key));
    }
}
