package io.clipforge.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {
    @TempDir Path root;

    @Test
    void everyRunHasAFolderOfItsOwn() throws IOException {
        try (var workspaces = open()) {
            var one = workspaces.create(UUID.randomUUID());
            var other = workspaces.create(UUID.randomUUID());
            Files.createDirectories(one.resolve("a/b"));
            Files.writeString(one.resolve("a/b/c"), "x");

            workspaces.remove(one);

            assertFalse(Files.exists(one));
            assertTrue(Files.isDirectory(other));
        }
    }

    @Test
    void whatALinkLeadsToIsKept() throws IOException {
        var precious = Files.writeString(root.resolve("precious"), "x");
        try (var workspaces = open()) {
            var one = workspaces.create(UUID.randomUUID());
            Files.createSymbolicLink(one.resolve("link"), precious);
            Files.createSymbolicLink(one.resolve("folder"), root);

            workspaces.remove(one);
        }
        assertTrue(Files.exists(precious));
    }

    @Test
    void nothingIsLeftAfterClosing() throws IOException {
        try (var workspaces = open()) {
            workspaces.create(UUID.randomUUID());
        }
        assertEquals(List.of(), children());
    }

    @Test
    void theFoldersOfADeadProcessAreRemoved() throws IOException {
        var dead = Files.createDirectories(root.resolve("clipforge-fleet-1/run"));
        Files.writeString(dead.resolve("half.mp4"), "x");
        Files.createFile(root.resolve("clipforge-fleet-1.lock"));
        var foreign = Files.createDirectory(root.resolve("somebody-elses"));

        try (var _ = open()) {
            assertFalse(Files.exists(dead));
        }
        assertEquals(List.of(foreign), children());
    }

    @Test
    void theFoldersOfALivingProcessAreKept() throws IOException {
        try (var living = open()) {
            var workspace = living.create(UUID.randomUUID());
            try (var _ = open()) {
                assertTrue(Files.isDirectory(workspace));
            }
            assertTrue(Files.isDirectory(workspace));
        }
    }

    private Workspaces open() throws IOException {
        return new Workspaces(TestFleet.small(root));
    }

    private List<Path> children() throws IOException {
        try (var children = Files.list(root)) {
            return children.toList();
        }
    }
}
