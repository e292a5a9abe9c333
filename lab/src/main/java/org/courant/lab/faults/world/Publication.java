package org.courant.lab.faults.world;

import java.time.Instant;

/**
 * One version of one thing in a feed.
 *
 * @param feed which feed, from 0
 * @param guid the same in all versions
 * @param link the same where several feeds have the same work
 * @param replaces whether it takes the place of an earlier version
 */
record Publication(
        int feed, String guid, String title, String text, String link, Instant published, boolean replaces) {}
