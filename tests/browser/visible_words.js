/**
 * Returns every text that a reader may meet on the page as it is now, with the place where it stands: words, names and
 * descriptions of things, texts that scripts show later, and what style sheets write. Texts in another language than
 * that of the page, and code, are left out.
 * @returns {{ where: string, text: string }[]}
 */
(() => {
  const NAMING = ["title", "alt", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "aria-placeholder", "placeholder", "label", "summary"];
  // Facts for scripts and style sheets. Every other data-* attribute is taken for words.
  const FACTS = ["data-locale", "data-facet", "data-value", "data-root", "data-theme", "data-script", "data-action", "data-step", "data-only"];
  const language = document.documentElement.lang;
  /** @type {{ where: string, text: string }[]} */
  const found = [];

  /** @param {string} where @param {string | null | undefined} text */
  const note = (where, text) => {
    if (text?.startsWith("{\"")) return Object.entries(JSON.parse(text)).forEach(([key, form]) => key !== "digits" && note(where, form));
    if (text && /\p{L}/u.test(text)) found.push({ where, text: text.trim() });
  };

  /** @param {Element} element @param {string} outer */
  const walk = (element, outer) => {
    const spoken = element.getAttribute("lang") ?? outer;
    if (["SCRIPT", "STYLE", "CODE", "PRE", "KBD"].includes(element.tagName)) return;
    if (spoken === language) {
      const name = `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}${element.classList[0] ? `.${element.classList[0]}` : ""}`;
      for (const { name: key, value } of element.attributes) {
        const button = element.matches("input[type=button], input[type=submit], input[type=reset]") && key === "value";
        if (button || NAMING.includes(key) || (key.startsWith("data-") && !FACTS.includes(key))) note(`${name}[${key}]`, value);
      }
      if (element.matches("meta[name=description], meta[name^='twitter:'], meta[property^='og:'], meta[name=author], meta[name=keywords], meta[name=application-name]")) note(name, element.getAttribute("content"));
      for (const pseudo of ["::before", "::after", "::marker"]) {
        for (const [, text] of getComputedStyle(element, pseudo).content.matchAll(/"((?:[^"\\]|\\.)*)"/g)) note(name + pseudo, text);
      }
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) note(name, node.textContent);
    }
    for (const child of element.children) walk(child, spoken);
    if (element instanceof HTMLTemplateElement) for (const child of element.content.children) walk(child, spoken);
  };

  walk(document.documentElement, language);
  return found;
})();
