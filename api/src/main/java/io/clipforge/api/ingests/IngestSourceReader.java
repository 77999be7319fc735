package io.clipforge.api.ingests;

import io.clipforge.api.generated.model.IngestSource;
import io.clipforge.api.generated.model.UploadSource;
import io.clipforge.api.generated.model.UrlSource;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;

/**
 * Reads the source of an ingest; what is made by the framework refuses properties it does not know.
 */
@Singleton
final class IngestSourceReader implements Deserializer<IngestSource> {
    @Override
    public IngestSource deserialize(
            Decoder decoder, DecoderContext context, Argument<? super IngestSource> type)
            throws IOException {
        var node = decoder.decodeNode();
        var kind = text(node, "type");
        return switch (kind) {
            case "upload" -> {
                var source = new UploadSource(text(node, "upload_id"));
                source.setType(kind);
                yield source;
            }
            case "url" -> {
                var source = new UrlSource(URI.create(text(node, "url")));
                source.setType(kind);
                yield source;
            }
            default -> throw new SerdeException("there is no source " + kind);
        };
    }

    private static String text(JsonNode node, String property) throws SerdeException {
        var value = node.get(property);
        if (value == null || !value.isString()) {
            throw new SerdeException(property + " is missing");
        }
        return Objects.requireNonNull(value.getStringValue());
    }
}
