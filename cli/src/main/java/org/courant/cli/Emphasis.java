package org.courant.cli;

/** Weight of text on a terminal; none where nobody looks (ECMA-48, Select Graphic Rendition). */
public enum Emphasis {
    ANSI {
        @Override
        public String strong(String text) {
            return "\u001B[1m" + text + "\u001B[22m";
        }

        @Override
        public String faint(String text) {
            return "\u001B[2m" + text + "\u001B[22m";
        }
    },
    NONE {
        @Override
        public String strong(String text) {
            return text;
        }

        @Override
        public String faint(String text) {
            return text;
        }
    };

    public abstract String strong(String text);

    public abstract String faint(String text);
}
