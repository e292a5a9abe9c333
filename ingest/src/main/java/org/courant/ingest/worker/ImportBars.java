package org.courant.ingest.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;

/** Shows a bar for every import that takes more than one slice. */
public final class ImportBars implements ImportProgress, AutoCloseable {
    private static final int UPDATE_MILLIS = 200;
    private static final long KIB = 1024;

    private final Map<String, ProgressBar> bars = new ConcurrentHashMap<>();

    @Override
    public void slice(Source source, SourceCursor cursor, boolean more) {
        if (more) {
            bars.computeIfAbsent(source.getId(), id -> bar(source)).stepTo(read(cursor));
            return;
        }
        ProgressBar bar = bars.remove(source.getId());
        if (bar != null) {
            bar.stepTo(read(cursor));
            bar.close();
        }
    }

    @Override
    public void close() {
        bars.values().forEach(ProgressBar::close);
        bars.clear();
    }

    private static long read(SourceCursor cursor) {
        return Long.parseLong(cursor.getMarks().getOrDefault("offset", "0"));
    }

    private static ProgressBar bar(Source source) {
        return new ProgressBarBuilder()
                .setTaskName(source.getName())
                .setInitialMax(size(source.getUrl()))
                .setUnit(" KiB", KIB)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .build();
    }

    /** In bytes; -1, a bar without end, where it cannot be told. */
    private static long size(String path) {
        try {
            return Files.size(Path.of(path.replaceFirst("^file://", "")));
        } catch (IOException unknown) {
            return -1;
        }
    }
}
