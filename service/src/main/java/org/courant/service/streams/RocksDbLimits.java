package org.courant.service.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all RocksDB stores of an application share one bounded piece of memory; without it every store of every
 * partition takes its own. Kafka makes the instances; the memory comes with the settings, as a {@link Memory}.
 */
public final class RocksDbLimits implements RocksDBConfigSetter {
    static final String MEMORY = "courant.rocksdb.memory";

    /**
     * A store with a single entry takes one such block of the memory for writes. RocksDB would take 1 MiB: some dozens
     * of stores of some partitions each exceed the limit then while they are all but empty, and every write to any of
     * them writes out a table.
     */
    private static final long ARENA_BLOCK_BYTES = 32 * 1024;

    /** Parts of an index or a filter, each read by itself. */
    private static final int METADATA_BLOCK_BYTES = 4 * 1024;

    /** Native memory for reads and writes together. Close it after the application. */
    public static final class Memory implements AutoCloseable {
        private static final double INDEX_SHARE = 0.1;

        private final Cache cache;
        private final WriteBufferManager writeBuffers;
        private volatile boolean retained;

        /** @param bytes about as much as the stores may take; half of it for writes */
        public Memory(long bytes) {
            RocksDB.loadLibrary();
            cache = new LRUCache(bytes, -1, false, INDEX_SHARE);
            writeBuffers = new WriteBufferManager(writeBytes(bytes), cache);
        }

        /** How much of so much memory may hold what is not on disk yet. */
        static long writeBytes(long bytes) {
            return bytes / 2;
        }

        /** Leaves the memory to the end of the process, since a thread that did not stop in time still uses it. */
        void retain() {
            retained = true;
        }

        @Override
        public void close() {
            if (!retained) {
                writeBuffers.close();
                cache.close();
            }
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> settings) {
        if (!(settings.get(MEMORY) instanceof Memory memory)) {
            throw new IllegalArgumentException(MEMORY + " is not set; use StreamsSettings.properties");
        }
        // Streams has made this table configuration, with a cache of its own that is replaced here.
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        // In parts: the indexes and filters of a large store do not fit into the memory, and a filter in one piece, of
        // a megabyte and more, would be read and checked as a whole for each key that is looked for.
        table.setIndexType(IndexType.kTwoLevelIndexSearch);
        table.setPartitionFilters(true);
        table.setMetadataBlockSize(METADATA_BLOCK_BYTES);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writeBuffers);
        options.setArenaBlockSize(ARENA_BLOCK_BYTES);
        // RocksDB would reserve 4 MiB of disk for the manifest of each store of each partition, however little is in
        // it.
        options.setAllowFAllocate(false);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    @Override
    public void close(String storeName, Options options) {
        // The memory is shared by all stores and closed with the application.
    }
}
