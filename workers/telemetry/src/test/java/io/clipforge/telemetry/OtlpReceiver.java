package io.clipforge.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A collector that speaks OTLP over HTTP and keeps what it is sent. */
public final class OtlpReceiver implements AutoCloseable {
    private static final long PATIENCE_MS = 30_000;

    private final Queue<Received> spans = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile int status = 200;

    /**
     * A span as it came.
     *
     * @param parentId empty for the first of a trace
     * @param kind such as {@code SERVER}
     */
    public record Received(
            String service,
            String name,
            String kind,
            String traceId,
            String spanId,
            String parentId,
            boolean failed,
            Map<String, String> attributes) {

        public boolean isUnder(Received other) {
            return traceId.equals(other.traceId) && parentId.equals(other.spanId);
        }

        /** Whether it stands directly under a W3C place. */
        public boolean isUnder(String traceparent) {
            return traceparent.startsWith("00-" + traceId + "-" + parentId + "-");
        }

        /** Whether a W3C place is this span. */
        public boolean isAt(String traceparent) {
            return traceparent.startsWith("00-" + traceId + "-" + spanId + "-");
        }
    }

    public OtlpReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** For {@code otel.exporter.otlp.endpoint}. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a process needs to send its spans here, and soon. */
    public Map<String, String> settings() {
        return Map.of("otel.exporter.otlp.endpoint", endpoint(), "otel.bsp.schedule.delay", "20");
    }

    /** From now on every export is answered like this. */
    public void answer(int httpStatus) {
        status = httpStatus;
    }

    /** So far. */
    public List<Received> spans() {
        return List.copyOf(spans);
    }

    /** Waits until one comes that is as wanted. */
    public Received await(String name, Predicate<Received> wanted) {
        long deadline = System.currentTimeMillis() + PATIENCE_MS;
        while (System.currentTimeMillis() < deadline) {
            for (var span : spans) {
                if (span.name().equals(name) && wanted.test(span)) {
                    return span;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no such span " + name + " among " + spans);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                var body = body(exchange)) {
            var request = ExportTraceServiceRequest.parseFrom(body);
            var answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            if (status == 200) {
                keep(request);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody();
        return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                ? new GZIPInputStream(body)
                : body;
    }

    private void keep(ExportTraceServiceRequest request) {
        for (var resource : request.getResourceSpansList()) {
            var service =
                    attributes(resource.getResource().getAttributesList())
                            .getOrDefault("service.name", "");
            resource.getScopeSpansList()
                    .forEach(scope ->
                            scope.getSpansList().forEach(it -> spans.add(received(service, it))));
        }
    }

    private static Received received(String service, Span span) {
        return new Received(
                service,
                span.getName(),
                span.getKind().name().replace("SPAN_KIND_", ""),
                hex(span.getTraceId().toByteArray()),
                hex(span.getSpanId().toByteArray()),
                hex(span.getParentSpanId().toByteArray()),
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
                attributes(span.getAttributesList()));
    }

    private static Map<String, String> attributes(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(
                        Collectors.toMap(
                                KeyValue::getKey,
                                it ->
                                        it.getValue().hasIntValue()
                                                ? Long.toString(it.getValue().getIntValue())
                                                : it.getValue().getStringValue()));
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
