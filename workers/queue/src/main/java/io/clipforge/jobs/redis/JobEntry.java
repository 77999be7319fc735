package io.clipforge.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobMessage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A message as an entry of its kind's stream; the kind travels beside the spec. */
final class JobEntry {
    private static final String JOB = "job";
    private static final String ATTEMPT = "attempt";
    private static final String KIND = "kind";
    private static final String SPEC = "spec";

    private JobEntry() {}

    static Map<String, byte[]> write(JobMessage message) {
        var fields = new LinkedHashMap<String, byte[]>();
        fields.put(JOB, message.jobId().toString().getBytes(UTF_8));
        fields.put(ATTEMPT, Integer.toString(message.attempt()).getBytes(UTF_8));
        fields.put(KIND, message.spec().kind().getBytes(UTF_8));
        fields.put(SPEC, JobJson.write(message.spec()));
        return fields;
    }

    /**
     * @throws IOException when this build cannot make sense of it
     */
    static JobMessage read(Map<String, byte[]> fields) throws IOException {
        var name = text(fields, KIND);
        var kind = JobKind.find(name).orElseThrow(() -> new IOException("unknown kind " + name));
        try {
            return new JobMessage(
                    UUID.fromString(text(fields, JOB)),
                    Integer.parseInt(text(fields, ATTEMPT)),
                    JobJson.read(bytes(fields, SPEC), kind.spec()));
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private static String text(Map<String, byte[]> fields, String name) throws IOException {
        return new String(bytes(fields, name), UTF_8);
    }

    private static byte[] bytes(Map<String, byte[]> fields, String name) throws IOException {
        var value = fields.get(name);
        if (value == null) {
            throw new IOException("no " + name);
        }
        return value;
    }
}
