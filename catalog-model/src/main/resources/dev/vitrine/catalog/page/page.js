"use strict";
(() => {
  const form = document.getElementById("filter");
  const query = document.getElementById("query");
  const found = document.getElementById("found");
  const boxes = Array.from(form.querySelectorAll("input[name=kind]"));
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const entries = Array.from(document.querySelectorAll("article"), (article) => ({
    article,
    line: document.querySelector(`li[data-for="${CSS.escape(article.id)}"]`),
    text: plain(article.textContent),
    kinds: new Set(article.dataset.kinds.split(" ")),
  }));

  const remember = () => {
    const address = new URL(location.href);
    address.searchParams.delete("q");
    address.searchParams.delete("kind");
    if (query.value.trim() !== "") {
      address.searchParams.set("q", query.value.trim());
    }
    boxes.filter((box) => box.checked).forEach((box) => address.searchParams.append("kind", box.value));
    try {
      history.replaceState(null, "", address);
    } catch (refused) {
      // Some browsers let no local file change its address; the filter works all the same.
    }
  };

  const apply = () => {
    const words = plain(query.value).split(/\s+/).filter((word) => word !== "");
    const kinds = boxes.filter((box) => box.checked).map((box) => box.value);
    let shown = 0;
    for (const entry of entries) {
      const visible = words.every((word) => entry.text.includes(word))
        && (kinds.length === 0 || kinds.some((kind) => entry.kinds.has(kind)));
      entry.article.hidden = !visible;
      entry.line.hidden = !visible;
      shown += visible ? 1 : 0;
    }
    const all = entries.length === 1 ? "The one experiment is shown." : `All ${entries.length} experiments are shown.`;
    found.textContent = shown === entries.length
      ? all
      : `${shown} of ${entries.length} experiment${entries.length === 1 ? "" : "s"} ${shown === 1 || entries.length === 1 ? "is" : "are"} shown.`;
  };

  const recall = () => {
    const parameters = new URLSearchParams(location.search);
    query.value = parameters.get("q") ?? "";
    const kinds = new Set(parameters.getAll("kind"));
    boxes.forEach((box) => {
      box.checked = kinds.has(box.value);
    });
    apply();
  };

  const clear = () => {
    query.value = "";
    boxes.forEach((box) => {
      box.checked = false;
    });
    apply();
    remember();
  };

  // A link to a place that the filter hides shows it again.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target !== null && target.closest("[hidden]") !== null) {
      clear();
      target.scrollIntoView();
    }
  };

  form.addEventListener("input", () => {
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== query && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      query.focus();
    } else if (event.key === "Escape" && form.contains(document.activeElement)) {
      clear();
    }
  });
  window.addEventListener("hashchange", reveal);
  window.addEventListener("popstate", recall);
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((details) => {
      details.open = true;
    });
  });

  const today = new Date().toISOString().slice(0, 10);
  document.querySelectorAll("article time").forEach((time) => {
    if (time.dateTime < today) {
      const note = document.createElement("span");
      note.className = "expired";
      note.textContent = " (over: no longer recorded)";
      time.parentElement.append(note);
    }
  });

  form.hidden = false;
  recall();
  reveal();
})();
