package org.courant.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path dir;

    @Test
    void aClaimExcludesOthersUntilItIsGivenUp() {
        DataDirectory claim = DataDirectory.claim(dir);
        assertThatThrownBy(() -> DataDirectory.claim(dir))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("in use by another process");
        claim.close();
        DataDirectory.claim(dir).close();
    }

    @Test
    void missingParentsAreMade() {
        try (DataDirectory claim = DataDirectory.claim(dir.resolve("a/b/c"))) {
            assertThat(claim.path()).isDirectory().isAbsolute();
        }
    }

    @Test
    void aFullDiskIsSaidToBeFull() {
        assertThatThrownBy(() -> DataDirectory.claim(dir, Long.MAX_VALUE))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining(dir.toString())
                .hasMessageContaining("is full")
                .hasMessageContaining("free some space");
    }

    @Test
    void aDiskThatFillsUpIsNoticed() {
        try (DataDirectory claim = DataDirectory.claim(dir)) {
            claim.requireSpace(1);
            assertThatThrownBy(() -> claim.requireSpace(Long.MAX_VALUE))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining(dir.toString())
                    .hasMessageContaining("is full");
        }
    }

    @Test
    void aDirectoryWithoutTheRightToWriteIsNamed() throws IOException {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
        Path readOnly = Files.createDirectory(
                dir.resolve("read-only"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assertThatThrownBy(() -> DataDirectory.claim(readOnly))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("data directory " + readOnly + " cannot be written");
    }
}
