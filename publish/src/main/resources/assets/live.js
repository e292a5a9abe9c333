"use strict";
// Keeps a page of an edition alive. What arrives is counted and waits for the reader; nothing moves until they ask for it.
{
  const STREAM = "/api/stream";
  const RETRY = 5000;
  const MINUTE = 60000;
  const live = () => document.querySelector(".live");

  const pending = new Map();
  let position = live()?.dataset.position ?? "";
  let source = null;
  let wasOpen = false;

  const known = (id) => document.querySelector(`.entry[data-id="${CSS.escape(id)}"]`);

  // The root shows the newest edition, so it takes later ones too; an edition's own page takes its own entries only.
  const concerns = (entry) => {
    const shown = live().dataset.edition;
    const kind = new URLSearchParams(location.search).get("kind");
    const isOurs = location.pathname === "/" ? entry.edition >= shown : entry.edition === shown;
    return isOurs && (!kind || kind.toUpperCase() === entry.sourceKind);
  };

  const button = document.createElement("button");
  button.id = "arrivals";
  button.type = "button";
  button.hidden = true;
  const status = document.createElement("div");
  status.className = "arrivals";
  status.setAttribute("role", "status");
  status.append(button);

  const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

  const announce = () => {
    const changes = [...pending.values()];
    const fresh = changes.filter((change) => change.isNew).length;
    const parts = [];
    if (fresh) parts.push(plural(fresh, "new entry", "new entries"));
    if (changes.length > fresh) parts.push(plural(changes.length - fresh, "change", "changes"));
    button.textContent = parts.join(", ");
    button.hidden = changes.length === 0;
  };

  const upsert = (entry) => {
    const card = known(entry.entryId);
    if (!concerns(entry) && !card) return;
    if (card && entry.contentHash.startsWith(card.dataset.hash)) pending.delete(entry.entryId);
    else pending.set(entry.entryId, { isNew: !card, hash: entry.contentHash, at: performance.now() });
    announce();
  };

  const withdraw = (entry) => {
    if (known(entry.entryId)) pending.set(entry.entryId, { isNew: false, hash: null, at: performance.now() });
    else pending.delete(entry.entryId);
    announce();
  };

  const fetched = async () => {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`the page answered ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  // What is being read stays where it is on the screen, wherever the new entries go.
  const anchor = () => {
    const focused = document.activeElement?.closest(".entry");
    const entries = [...document.querySelectorAll(".entry")];
    const inView = (entry) => entry.getBoundingClientRect().bottom > 0 && entry.getBoundingClientRect().top < innerHeight;
    const entry = focused && inView(focused) ? focused : entries.find(inView);
    return entry && { id: entry.dataset.id, top: entry.getBoundingClientRect().top, focused: entry === focused };
  };

  const restore = (kept) => {
    const entry = kept && known(kept.id);
    if (!entry) return;
    scrollBy({ top: entry.getBoundingClientRect().top - kept.top, behavior: "instant" });
    if (kept.focused) entry.focus({ preventScroll: true });
  };

  // An edition is written a moment after its entries: what came just now may not be on the page that was fetched.
  const JUST_NOW = 5000;
  const isSettled = (id, change, asked) => {
    const card = known(id);
    const isShown = change.hash === null ? !card : Boolean(card) && change.hash.startsWith(card.dataset.hash);
    return isShown || asked - change.at > JUST_NOW;
  };

  const show = async () => {
    button.disabled = true;
    const asked = performance.now();
    try {
      const page = await fetched();
      const next = page.querySelector(".live");
      if (!next) return location.reload();
      const kept = scrollY > 200 ? anchor() : null;
      const before = new Map([...document.querySelectorAll(".entry")].map((e) => [e.dataset.id, e.dataset.hash]));
      const arrived = document.adoptNode(next);
      arrived.querySelectorAll(".entry").forEach((entry) => {
        if (before.get(entry.dataset.id) !== entry.dataset.hash) entry.classList.add("arrived");
      });
      // The browser has its own idea of what to keep in place, and would add it to ours.
      document.documentElement.style.overflowAnchor = "none";
      live().replaceWith(arrived);
      document.title = page.title;
      pending.forEach((change, id) => isSettled(id, change, asked) && pending.delete(id));
      restore(kept);
      requestAnimationFrame(() => {
        restore(kept);
        document.documentElement.style.overflowAnchor = "";
      });
      if (!kept) document.querySelector(".arrived")?.focus({ preventScroll: true });
    } catch (failed) {
      console.warn("Courant:", failed.message);
    } finally {
      button.disabled = false;
      announce();
    }
  };

  let strip = 0;
  const refreshStrip = () => {
    clearTimeout(strip);
    strip = setTimeout(async () => {
      try {
        const now = document.querySelector(".strip");
        const next = (await fetched()).querySelector(".strip");
        if (!now || !next || now.innerHTML === next.innerHTML) return;
        const open = now.querySelector("details").open;
        // The region itself stays, so that a screen reader says what has changed in it.
        now.replaceChildren(...document.adoptNode(next).childNodes);
        now.querySelector("details").open = open;
      } catch (failed) {
        console.warn("Courant:", failed.message);
      }
    }, 300);
  };

  const remember = (event) => {
    if (event.lastEventId) position = event.lastEventId;
  };

  const connect = () => {
    if (source || document.hidden) return;
    source = new EventSource(`${STREAM}?after=${encodeURIComponent(position)}`);
    // What was said while nobody listened is not said again.
    source.addEventListener("open", () => {
      if (wasOpen) refreshStrip();
      wasOpen = true;
    });
    source.addEventListener("upsert", (event) => {
      remember(event);
      upsert(JSON.parse(event.data));
    });
    source.addEventListener("withdraw", (event) => {
      remember(event);
      withdraw(JSON.parse(event.data));
    });
    source.addEventListener("position", remember);
    source.addEventListener("sources", refreshStrip);
    source.addEventListener("reset", () => {
      pending.set("", { isNew: true, hash: null, at: 0 });
      announce();
    });
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, RETRY);
    };
  };

  const disconnect = () => {
    source?.close();
    source = null;
  };

  const age = (minutes) => {
    if (minutes < 1) return "just now";
    if (minutes < 60) return `${Math.floor(minutes)}m ago`;
    if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}h ago`;
    const days = Math.floor(minutes / (24 * 60));
    if (days < 60) return `${days}d ago`;
    return days < 730 ? `${Math.floor(days / 30)}mo ago` : `${Math.floor(days / 365)}y ago`;
  };

  // The clock of the server counts; this one only tells how long the page has been open.
  const opened = Date.now();
  const served = new Date(live()?.dataset.now ?? opened).getTime();
  const growOlder = () => {
    const now = served + (Date.now() - opened);
    document.querySelectorAll(".meta time").forEach((time) => {
      const text = age((now - new Date(time.dateTime).getTime()) / MINUTE);
      if (time.textContent !== text) time.textContent = text;
    });
  };

  if (live()) {
    document.getElementById("main").prepend(status);
    button.addEventListener("click", show);
    // A browser allows few connections to one host; a tab that nobody sees gives its own back.
    document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
    addEventListener("pagehide", disconnect);
    connect();
    setInterval(growOlder, MINUTE);
    setInterval(refreshStrip, 5 * MINUTE);
  }
}
