package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clipforge.api.storage.ObjectStore;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {
    private final ObjectStore store = ControlPlane.bean(ObjectStore.class);
    private final String folder = "tests/" + UUID.randomUUID();

    @Test
    void aFolderIsDeletedWithAllBelowAndNoneOfItsNeighbours() {
        var neighbour = folder + "-next/object";
        put(neighbour);
        for (int i = 0; i < 12; i++) {
            put("%s/deep/%02d &+é".formatted(folder, i));
        }
        store.deleteAll(folder + "/");
        assertEquals(List.of(neighbour), store.list(folder, null));
    }

    @Test
    void noneOfManyObjectsOneAfterAnotherBreaksTheConnection() {
        for (int i = 0; i < 1_000; i++) {
            put(folder + "/" + i % 10);
        }
        assertEquals(10, store.list(folder + "/", null).size());
    }

    @Test
    void aListGoesOnAfterTheLastKeyThatWasSeen() {
        put(folder + "/a");
        put(folder + "/b");
        put(folder + "/c");
        assertEquals(
                List.of(folder + "/b", folder + "/c"), store.list(folder + "/", folder + "/a"));
        assertEquals(List.of(), store.list(folder + "/", folder + "/c"));
    }

    @Test
    void deletingWhatIsNotThereIsFine() {
        store.deleteAll(folder + "/");
        store.delete(folder + "/object");
    }

    @Test
    void onlyAFolderIsDeleted() {
        assertThrows(IllegalArgumentException.class, () -> store.deleteAll(""));
        assertThrows(IllegalArgumentException.class, () -> store.deleteAll("/"));
        assertThrows(IllegalArgumentException.class, () -> store.deleteAll(folder));
    }

    private void put(String key) {
        store.put(key, new byte[] {1}, "text/plain");
    }
}
