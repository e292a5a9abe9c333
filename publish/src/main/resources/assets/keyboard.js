"use strict";
// Reading without a mouse. Entries are moved through by focus, so that a screen reader and the page agree on where one is.
{
  const dialog = document.getElementById("keys");
  const entries = () => [...document.querySelectorAll(".entry:not([hidden])")];
  const headings = () => [...document.querySelectorAll(".section-title")];

  const current = () => document.activeElement?.closest(".entry");

  // Where reading goes on when nothing has the focus: at the first entry that is wholly below the top of the window.
  const near = (list) => list.findIndex((element) => element.getBoundingClientRect().top > 8);

  const show = (element) => {
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: element.clientHeight > innerHeight * 0.8 ? "start" : "nearest" });
  };

  const step = (by) => {
    const list = entries();
    const at = list.indexOf(current());
    if (at >= 0) show(list[at + by]);
    else show(list[Math.max(0, near(list) + Math.min(by, 0))]);
  };

  const stepSection = (by) => {
    const list = headings();
    const below = near(list);
    const target = by > 0 ? list[below < 0 ? list.length : below] : list[(below < 0 ? list.length : below) - 2] ?? list[0];
    if (!target) return;
    target.scrollIntoView({ block: "start" });
    target.focus({ preventScroll: true });
  };

  const follow = (element) => element?.click();
  const inEntry = (selector) => current()?.querySelector(selector);

  const actions = {
    j: () => step(1),
    k: () => step(-1),
    o: () => follow(inEntry("a.work, a.permalink")),
    p: () => follow(inEntry("a.permalink")),
    i: () => follow(inEntry("details.why > summary")),
    "]": () => stepSection(1),
    "[": () => stepSection(-1),
    n: () => follow(document.querySelector("#arrivals:not([hidden])")),
    ",": () => follow(document.querySelector("a[rel=prev]")),
    ".": () => follow(document.querySelector("a[rel=next]")),
    "/": () => document.getElementById("q").select(),
    "?": () => dialog.showModal(),
  };

  const isTyping = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isTyping(event.target)) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || isTyping(event.target)) return;
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  document.getElementById("keys-button").addEventListener("click", () => dialog.showModal());
  document.querySelectorAll(".scripted").forEach((element) => (element.hidden = false));
}
