package io.clipforge.api.jobs;

import java.util.List;
import java.util.UUID;

/** Published in the transaction after which nobody wants the results of these runs. */
public record RunsUnwanted(List<UUID> runs) {}
