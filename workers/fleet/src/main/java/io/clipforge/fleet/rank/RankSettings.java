package io.clipforge.fleet.rank;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Who judges moments.
 *
 * @param model {@code shipped} for the model that comes with the fleet, {@code none} for weights
 *     alone, else a LightGBM text model with its {@code .properties} beside it
 */
@ConfigurationProperties("clipforge.rank")
record RankSettings(@Bindable(defaultValue = "shipped") String model) {}
