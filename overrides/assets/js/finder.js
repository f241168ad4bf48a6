// The finder: turns the links of the filters into choices that work together, and shows the lessons that fit.
// Every choice is kept in the part of the address after #, which no server ever sees.
(() => {
  const STEP = 24; // lessons shown at a time; an old phone draws these at once
  const finder = document.getElementById("finder");
  const results = document.getElementById("results");
  const count = document.getElementById("result-count");
  const more = /** @type {HTMLButtonElement | null} */ (document.getElementById("more"));
  const clear = /** @type {HTMLButtonElement | null} */ (document.getElementById("clear"));
  const searchBox = document.getElementById("finder-search");
  const input = /** @type {HTMLInputElement | null} */ (document.getElementById("finder-words"));
  const template = /** @type {HTMLTemplateElement | null} */ (document.getElementById("card"));
  if (!finder || !results || !count || !more || !clear || !searchBox || !input || !template) return;

  const { facets, lessons } = window.SaferHub.lessonData;
  const language = document.documentElement.lang;
  /** @type {Record<string, string>} */
  const forms = JSON.parse(finder.dataset.forms ?? "{}");
  const rules = new Intl.PluralRules(language);

  /** @type {Map<string, Set<string>>} */
  const chosen = new Map(facets.map((facet) => [facet, new Set()]));
  /** @type {{ facet: number, value: string, box: HTMLInputElement, label: HTMLElement, count: HTMLElement | null }[]} */
  const options = [];
  let words = "";
  let limit = STEP;
  /** @type {string[] | null} */
  let found = null;

  finder.querySelectorAll("[data-facet]").forEach((group) => {
    const facet = /** @type {HTMLElement} */ (group).dataset.facet ?? "";
    group.querySelectorAll("a[data-value]").forEach((link) => {
      const value = /** @type {HTMLElement} */ (link).dataset.value ?? "";
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      label.append(box, ...link.childNodes);
      link.replaceWith(label);
      options.push({ facet: facets.indexOf(facet), value, box, label, count: label.querySelector(".count") });
      box.addEventListener("change", () => {
        chosen.get(facet)?.[box.checked ? "add" : "delete"](value);
        limit = STEP;
        show();
        remember();
      });
    });
  });

  /**
   * Whether a lesson fits the choices in one facet.
   * @param {HubCard} lesson
   * @param {number} index
   */
  const fitsFacet = (lesson, index) => {
    const values = chosen.get(facets[index]);
    return !values?.size || lesson.facets[index].some((value) => values.has(value));
  };

  /** @param {HubCard} lesson */
  const fits = (lesson) => facets.every((_, index) => fitsFacet(lesson, index));

  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const candidates = () =>
    found === null ? lessons : /** @type {HubCard[]} */ (found.map((id) => byId.get(id)).filter(Boolean));

  /** @param {number} number */
  const said = (number) => (forms[rules.select(number)] ?? forms.other ?? "{count}").replace("{count}", number.toLocaleString(language, { numberingSystem: forms.digits ?? "latn" }));

  /** @param {HubCard} lesson */
  const card = (lesson) => {
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const link = /** @type {HTMLAnchorElement} */ (copy.querySelector("a"));
    link.href = lesson.href;
    fill(link, lesson.title);
    fill(/** @type {HTMLElement} */ (copy.querySelector(".card-summary")), lesson.summary);
    /** @type {HTMLElement} */ (copy.querySelector(".card-who")).textContent = lesson.who;
    /** @type {HTMLElement} */ (copy.querySelector(".card-minutes")).textContent = lesson.minutes;
    const badge = /** @type {HTMLElement} */ (copy.querySelector(".badge"));
    badge.textContent = lesson.elsewhere ?? lesson.draft ?? "";
    badge.hidden = !badge.textContent;
    return copy;
  };

  /**
   * @param {HTMLElement} element
   * @param {{ text: string, lang?: string, dir?: string }} text
   */
  const fill = (element, text) => {
    element.textContent = text.text;
    if (text.lang) element.lang = text.lang;
    if (text.dir) element.dir = text.dir;
  };

  const show = () => {
    const pool = candidates();
    const fitting = pool.filter(fits);
    results.replaceChildren(...fitting.slice(0, limit).map(card));
    more.hidden = fitting.length <= limit;
    count.textContent = fitting.length ? said(fitting.length) : (finder.dataset.none ?? "");
    clear.hidden = !words && ![...chosen.values()].some((values) => values.size);
    countOptions(pool);
  };

  /** @param {HubCard[]} pool */
  const countOptions = (pool) => {
    /** @type {Map<string, number>[]} */
    const tables = facets.map(() => new Map());
    pool.forEach((lesson) => {
      // A lesson counts for a facet if it fits all the others: one that fails in two facets counts nowhere.
      const failing = facets.map((_, index) => index).filter((index) => !fitsFacet(lesson, index));
      if (failing.length > 1) return;
      const counted = failing.length ? failing : facets.keys();
      for (const index of counted) {
        lesson.facets[index].forEach((value) => tables[index].set(value, (tables[index].get(value) ?? 0) + 1));
      }
    });
    options.forEach((option) => {
      const number = tables[option.facet].get(option.value) ?? 0;
      if (option.count) option.count.textContent = `(${number.toLocaleString(language, { numberingSystem: forms.digits ?? "latn" })})`;
      option.label.classList.toggle("empty", number === 0);
    });
  };

  const remember = () => {
    const state = new URLSearchParams();
    if (words) state.set("q", words);
    chosen.forEach((values, facet) => values.size && state.set(facet, [...values].join(",")));
    history.replaceState(null, "", `#${state}`);
  };

  /** @param {string} text */
  const search = async (text) => {
    words = text.trim();
    const asked = words;
    const ids = asked ? await window.SaferHub.search.find(asked) : null;
    if (asked !== words) return; // somebody has typed on
    found = ids;
    limit = STEP;
    show();
  };

  const restore = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    chosen.forEach((values, facet) => {
      values.clear();
      (state.get(facet) ?? "").split(",").filter(Boolean).forEach((value) => values.add(value));
    });
    options.forEach((option) => {
      option.box.checked = chosen.get(facets[option.facet])?.has(option.value) ?? false;
      if (option.box.checked) option.label.closest("details")?.setAttribute("open", "");
    });
    input.value = state.get("q") ?? "";
    void search(input.value);
  };

  // On a small screen the results come first: filters are closed until somebody opens one.
  if (matchMedia("(max-width: 56rem)").matches) {
    finder.querySelectorAll("details.filter").forEach((group) => group.removeAttribute("open"));
  }
  searchBox.hidden = false;
  input.addEventListener("input", () => {
    void search(input.value).then(remember);
  });
  clear.addEventListener("click", () => {
    chosen.forEach((values) => values.clear());
    options.forEach((option) => (option.box.checked = false));
    input.value = "";
    void search("").then(remember);
    input.focus();
  });
  more.addEventListener("click", () => {
    const first = results.children.length;
    limit += STEP;
    show();
    /** @type {HTMLElement | null} */ (results.children[first]?.querySelector("a"))?.focus();
  });
  addEventListener("hashchange", restore);
  restore();
})();
