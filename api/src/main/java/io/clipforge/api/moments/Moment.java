package io.clipforge.api.moments;

import io.clipforge.api.generated.model.Environment;
import io.clipforge.api.generated.model.MomentReason;
import io.clipforge.api.generated.model.MomentStatus;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.json.StoredJson;
import io.clipforge.jobs.RankedMoments.Reason;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A moment as it is stored.
 *
 * @param reasons JSON
 * @param scorer absent from moments ranked before it was kept, like the next
 * @param startLogOdds of the score, before any feature adds to it
 * @param probability absent where no model scored
 */
@MappedEntity("moments")
public record Moment(
        @Id UUID id,
        String environment,
        UUID assetId,
        int rank,
        long startMs,
        long endMs,
        double score,
        String title,
        String reasons,
        @Nullable String scorer,
        @Nullable Double startLogOdds,
        @Nullable Double probability,
        @TypeDef(type = DataType.JSON) List<String> hashtags,
        String status,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {

    public io.clipforge.api.generated.model.Moment resource() {
        var resource =
                new io.clipforge.api.generated.model.Moment(
                        TypeId.MOMENT.text(id),
                        TypeId.ASSET.text(assetId),
                        rank,
                        startMs,
                        endMs,
                        score,
                        title,
                        StoredJson.readList(reasons, Reason[].class).stream()
                                .map(Moment::reason)
                                .toList(),
                        MomentStatus.fromValue(status),
                        Environment.fromValue(environment),
                        metadata,
                        Times.utc(createdAt),
                        Times.utc(updatedAt));
        return resource.scorer(scorer)
                .start(startLogOdds)
                .probability(probability)
                .hashtags(hashtags);
    }

    private static MomentReason reason(Reason it) {
        return new MomentReason(it.feature(), it.value(), it.weight(), it.contribution());
    }
}
