package org.courant.ingest.worker;

import java.time.Duration;

/**
 * How workers share the sources and how long anything may take.
 *
 * @param groupId consumer group through which processes share the sources
 * @param sessionTimeout how soon the sources of a process that has died are taken over
 * @param pollTimeout longest time for one poll of a source, all its requests included
 * @param stopTimeout how long a poll that is under way may go on when its source is handed over or the service stops
 */
public record WorkerSettings(String groupId, Duration sessionTimeout, Duration pollTimeout, Duration stopTimeout) {}
