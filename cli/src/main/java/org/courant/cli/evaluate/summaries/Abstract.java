package org.courant.cli.evaluate.summaries;

/** A paper of a daily list. */
record Abstract(String id, String title, String text) {}
