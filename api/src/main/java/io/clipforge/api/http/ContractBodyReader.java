package io.clipforge.api.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clipforge.api.contract.RequestSchemas;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body only after the contract has found nothing wrong with it. The reader of the framework
 * would take a number for a text and null for what was left out.
 */
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ContractBodyReader<T> implements MessageBodyReader<T> {
    private static final ObjectMapper TREES =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final RequestSchemas schemas;
    private final JsonMapper json;

    ContractBodyReader(RequestSchemas schemas, JsonMapper json) {
        this.schemas = schemas;
        this.json = json;
    }

    @Override
    public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
        return schemas.describes(type.getType().getSimpleName());
    }

    @Override
    public T read(
            Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
        try {
            var bytes = body.readAllBytes();
            schemas.require(type.getType().getSimpleName(), tree(bytes));
            return Objects.requireNonNull(json.readValue(bytes, type));
        } catch (IOException e) {
            throw new CodecException("the body cannot be read", e);
        }
    }

    private static JsonNode tree(byte[] bytes) throws IOException {
        var tree = TREES.readTree(bytes);
        if (tree.isMissingNode()) {
            throw new CodecException("the body is empty");
        }
        return tree;
    }
}
