package org.courant.testkit.text;

/** A function of text from outside, whose result does not matter here. */
public record TextFunction(String name, Body body) {
    /** What is called; an exception that it declares is a result like any other and does not leave it. */
    @FunctionalInterface
    public interface Body {
        void accept(String text) throws Throwable;
    }
}
