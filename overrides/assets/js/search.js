// The one search of the hub: the box at the top of each page and the finder ask the same index.
// The index is loaded when somebody begins to search, so that other pages stay light.
(() => {
  const hub = (window.SaferHub ??= /** @type {SaferHubGlobal} */ ({}));
  const root = document.body.dataset.root ?? ".";
  const locale = document.documentElement.lang;
  /** @type {Promise<LunrIndex> | undefined} */
  let loading;
  /** @type {Map<string, Promise<void>>} */
  const scripts = new Map();

  /**
   * Load a classic script once; pages opened from a folder may not fetch data in any other way.
   * @param {string} path
   */
  const script = (path) => {
    let loaded = scripts.get(path);
    if (!loaded) {
      loaded = new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = `${root}/assets/${path}`;
        element.onload = () => resolve();
        element.onerror = () => reject(new Error(path));
        document.head.append(element);
      });
      scripts.set(path, loaded);
    }
    return loaded;
  };

  const index = () =>
    (loading ??= Promise.all([script("js/lunr.min.js"), script("js/normalise.js"), script("data/search.js")])
      .then(() => window.lunr.Index.load(hub.searchIndex.index))
      .catch((error) => {
        loading = undefined; // a stick that was pulled out may come back
        scripts.clear();
        throw error;
      }));

  /**
   * Weigh the hits: every word should be found, as a whole, as the beginning of a longer word, or misspelt.
   * The result says for each lesson how well it fits, and which of its sections fits best.
   * @param {LunrIndex} lunr
   * @param {string[]} tokens
   */
  const weigh = (lunr, tokens) => {
    /** @type {Map<string, { score: number, sections: Map<string, number> }>} */
    const total = new Map();
    tokens.forEach((token) => {
      /** @type {Map<string, number>} */
      const best = new Map();
      const hits = lunr.query((query) => {
        query.term(token, { boost: 12 });
        const { LEADING, TRAILING } = window.lunr.Query.wildcard;
        // Scripts without spaces are indexed as pairs of characters, so a single one may be the first or the second.
        const around = token.charCodeAt(0) > 0x2e7f && Array.from(token).length === 1 ? LEADING | TRAILING : TRAILING;
        if (token.length > 1 || around !== TRAILING) query.term(token, { boost: 4, wildcard: around });
      });
      const found = hits.length || token.length < 4 ? hits : lunr.query((query) => query.term(token, { editDistance: token.length > 7 ? 2 : 1 }));
      found.forEach((hit) => {
        const [lesson, section] = hit.ref.split(".");
        best.set(lesson, (best.get(lesson) ?? 0) + hit.score);
        const entry = total.get(lesson) ?? { score: 0, sections: new Map() };
        entry.sections.set(section ?? "", (entry.sections.get(section ?? "") ?? 0) + hit.score);
        total.set(lesson, entry);
      });
      const top = Math.max(...best.values());
      best.forEach((score, lesson) => {
        const entry = total.get(lesson);
        if (entry) entry.score += 1 + score / top;
      });
    });
    return total;
  };

  hub.search = {
    /**
     * Return the identifiers of lessons for some words, best first. Lessons with all words come before the others.
     * @param {string} words
     */
    async find(words) {
      return (await hub.search.places(words)).map((place) => place.lesson);
    },

    /**
     * Return lessons as `find` does, each with the section that holds the words; empty if the facts at the top do.
     * @param {string} words
     */
    async places(words) {
      const lunr = await index();
      const tokens = hub.normalise.tokens(words, locale);
      if (!tokens.length) return [];
      const { lessons, sections } = hub.searchIndex;
      return [...weigh(lunr, tokens)]
        .sort((a, b) => b[1].score - a[1].score || Number(a[0]) - Number(b[0]))
        .map(([lesson, entry]) => {
          const [section] = [...entry.sections].sort((a, b) => b[1] - a[1])[0];
          return { lesson: lessons[Number(lesson)], section: section ? sections[Number(section)] : "" };
        });
    },
  };

  const form = /** @type {HTMLFormElement | null} */ (document.getElementById("search"));
  const input = /** @type {HTMLInputElement | null} */ (document.getElementById("search-words"));
  const panel = document.getElementById("suggestions");
  const status = document.getElementById("search-status");
  if (!form || !input || !panel || !status) return;
  form.hidden = false;

  const finder = () => `${root}/find.html#q=${encodeURIComponent(input.value.trim())}`;
  let asked = 0;

  const close = () => {
    panel.hidden = true;
    panel.replaceChildren();
  };

  const suggest = async () => {
    const words = input.value.trim();
    const turn = ++asked;
    if (words.length < 2 && !(words.charCodeAt(0) > 0x2e7f)) return close();
    await script("data/lessons.js");
    const places = await hub.search.places(words);
    if (turn !== asked) return; // somebody has typed on
    const list = document.createElement("ul");
    const lessons = new Map(hub.lessonData.lessons.map((lesson) => [lesson.id, lesson]));
    places.slice(0, 6).forEach((place) => {
      const lesson = lessons.get(place.lesson);
      if (!lesson) return;
      const link = document.createElement("a");
      link.href = `${root}/${lesson.href}${place.section && `#${place.section}`}`;
      link.textContent = lesson.title.text;
      if (lesson.title.lang) link.lang = lesson.title.lang;
      const note = document.createElement("span");
      note.className = "note";
      note.textContent = ` ${lesson.who}`;
      const item = document.createElement("li");
      link.append(note);
      item.append(link);
      list.append(item);
    });
    const all = document.createElement("p");
    if (places.length) {
      const link = document.createElement("a");
      link.href = finder();
      link.textContent = form.dataset.all ?? "";
      all.append(link);
    } else {
      all.textContent = form.dataset.none ?? "";
    }
    panel.replaceChildren(list, all);
    panel.hidden = false;
    status.textContent = places.length ? (form.dataset.found ?? "").replace("{count}", String(places.length)) : (form.dataset.none ?? "");
  };

  input.addEventListener("focus", () => void index().catch(() => {}), { once: true });
  input.addEventListener("input", () => void suggest().catch(close));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = finder();
    close();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      close();
      input.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(/** @type {Node} */ (event.target))) close();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(/** @type {Node} */ (event.relatedTarget))) close();
  });
})();
