package io.clipforge.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobKindTest {
    @Test
    void everySpecHasExactlyOneKind() {
        assertEquals(
                records(JobSpec.class), kinds().map(JobKind::spec).collect(Collectors.toSet()));
        assertEquals(records(JobSpec.class).size(), JobKind.values().length);
    }

    @Test
    void everyResultHasAKind() {
        assertEquals(
                records(JobResult.class), kinds().map(JobKind::result).collect(Collectors.toSet()));
    }

    @Test
    void aKindIsFoundByItsVersionedName() {
        kinds().forEach(it -> assertEquals(Optional.of(it), JobKind.find(it.wireName())));
        assertEquals(Optional.empty(), JobKind.find("render.v99"));
    }

    @Test
    void aSpecNamesItsKind() {
        var source = new JobSpec.Source.Stored("a", "b");
        var spec = new JobSpec.Ingest(new UUID(1, 2), source, 300_000, "c/", null);

        assertEquals("ingest.v1", spec.kind());
    }

    private static Stream<JobKind> kinds() {
        return Arrays.stream(JobKind.values());
    }

    private static Set<Class<?>> records(Class<?> choice) {
        return Arrays.stream(choice.getPermittedSubclasses())
                .filter(Class::isRecord)
                .filter(it -> Arrays.asList(it.getInterfaces()).contains(choice))
                .collect(Collectors.toSet());
    }
}
