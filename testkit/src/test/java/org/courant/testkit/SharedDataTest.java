package org.courant.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedDataTest {
    @Test
    void aFolderThatIsThereIsFoundFromTheModule() {
        assertThat(SharedData.requireFolder("feeds")).isDirectory();
    }

    @Test
    void aTestThatNeedsAnAbsentFolderIsSkipped() {
        assertThat(SharedData.folder("no-such-folder")).isEmpty();
        assertThatThrownBy(() -> SharedData.requireFolder("no-such-folder"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("skipped: ../shared/data/no-such-folder is absent");
    }
}
