package org.courant.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2003-12-31T10:14:55Z               | 2003-12-31T10:14:55Z",
                "2003-12-31T10:14:55.123456-08:00   | 2003-12-31T18:14:55.123Z",
                "2003-12-31T10:14:55+0530           | 2003-12-31T04:44:55Z",
                "2003-12-31 10:14:55 -0800          | 2003-12-31T18:14:55Z",
                "2003-12-31 T 10:14:55 -08:00       | 2003-12-31T18:14:55Z",
                "20031231T101455Z                   | 2003-12-31T10:14:55Z",
                "2003-12-31T10:14                   | 2003-12-31T10:14:00Z",
                "2003/12/31 10:14                   | 2003-12-31T10:14:00Z",
                "2003-12-31                         | 2003-12-31T00:00:00Z",
                "2003-12                            | 2003-12-01T00:00:00Z",
                "2003                               | 2003-01-01T00:00:00Z",
                "Thu, 01 Jan 2004 19:48:21 GMT      | 2004-01-01T19:48:21Z",
                "Thu, 01 Jan 2004 19:48:21 +0100    | 2004-01-01T18:48:21Z",
                "Thu, 1 Jan 04 19:48 EST            | 2004-01-02T00:48:00Z",
                "01 Jan 1998 19:48:21 PDT           | 1998-01-02T02:48:21Z",
                "1 January 2004                     | 2004-01-01T00:00:00Z",
                "Thu Jan  1 19:48:21 2004           | 2004-01-01T19:48:21Z",
                "Thu Jan  1 19:48:21 CET 2004       | 2004-01-01T18:48:21Z",
                "January 1, 2004 7:48 PM EST        | 2004-01-02T00:48:00Z",
                "Jan 1, 2004 12:05 a.m.             | 2004-01-01T00:05:00Z",
                "Thursday, 01-Jan-04 19:48:21 UTC   | 2004-01-01T19:48:21Z",
                "Thu , 09  Feb  2006  23:59:45 +0000| 2006-02-09T23:59:45Z",
                "Fri, 03 Oct 2025 00:00:00 -0400    | 2025-10-03T04:00:00Z",
                "Mar, 18 Nov 2025 09:30:00 +0100    | 2025-11-18T08:30:00Z",
                "mardi 4 novembre 2025 10:00        | 2025-11-04T10:00:00Z",
                "Mar, 04 Mar 2025 10:00:00 +0000    | 2025-03-04T10:00:00Z",
                "Thu, 31 Dec 2099 23:59:59 GMT      | 2099-12-31T23:59:59Z"
            })
    void datesAreReadAsFeedsWriteThem(String text, Instant expected) {
        assertThat(FeedDate.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2003-06-31T15:51:30Z",
                "2003-07-32",
                "2003-07-01T25:51:30Z",
                "31 Foo 2004",
                "Jan 2004x",
                "0001-01-01T00:00:00Z",
                "1969-12-31",
                "1234567890",
                "Thu, 99 Jan 2004 19:48:21 GMT",
                "99999999999999999999 Jan 99999999999999 00:00",
                "2004-01-01T00:00:00+99:00"
            })
    void whatNamesNoDayAfter1970IsNoDate(String text) {
        assertThat(FeedDate.parse(text)).isEmpty();
    }
}
