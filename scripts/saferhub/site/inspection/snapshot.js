// Reads from the page what our own rules judge: for each element its words, its looks and its size.
() => {
  const SKIPPED = "script, style, template, noscript, head *";
  const NOT_PROSE = "code, kbd, samp, pre, bdi, svg, math, [translate=no], abbr[title]";
  const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [tabindex]";
  const all = [...document.querySelectorAll("body, body *")].filter((element) => !element.matches(SKIPPED) && !element.closest("svg *"));
  const numbers = new Map(all.map((element, index) => [element, index]));
  /** @param {string | null | undefined} text */
  const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  /** @type {Map<Element, boolean>} */
  const known = new Map();
  /** Whether the text of an element is told apart from the text around it. @param {Element} element */
  const isOwn = (element) => {
    const own = known.get(element) ?? (element.hasAttribute("lang") || !/^(inline|contents)/.test(getComputedStyle(element).display));
    known.set(element, own);
    return own;
  };

  /** @param {Node} node @returns {string} */
  const words = (node) =>
    [...node.childNodes]
      .map((child) => {
        if (child.nodeType === Node.TEXT_NODE) return child.textContent ?? "";
        if (!(child instanceof Element)) return "";
        return child.tagName === "BR" || child.matches(NOT_PROSE) || child.matches(SKIPPED) || isOwn(child) ? " \uFFFC " : words(child);
      })
      .join("");

  /** @param {Element} element */
  const said = (element) => (element.matches(NOT_PROSE) || element.closest(NOT_PROSE) || !(isOwn(element) || element === document.body) ? "" : tidy(words(element)));

  /** @param {Element} element */
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1.5 && box.height > 1.5;
  };

  /** What can be pressed: the element, and its label where there is one. @param {Element} element */
  const pressed = (element) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const boxes = [element, ...labels].map((one) => one.getBoundingClientRect()).filter((box) => box.width && box.height);
    return { width: Math.max(0, ...boxes.map((box) => box.width)), height: Math.max(0, ...boxes.map((box) => box.height)) };
  };

  /** @param {Element} element */
  const drawn = (element) => {
    const own = getComputedStyle(element);
    return [own.outlineStyle === "none" ? "" : `${own.outlineStyle}${own.outlineWidth}${own.outlineColor}`, own.boxShadow, own.border, own.backgroundColor, own.color, own.textDecoration].join(";");
  };

  /** Whether one sees that an element has the focus. @param {Element} element */
  const focusShows = (element) => {
    if (!(element instanceof HTMLElement) || !element.matches(PRESSED) || element.tabIndex < 0 || !isSeen(element)) return null;
    element.blur();
    const before = drawn(element);
    element.focus({ preventScroll: true });
    if (document.activeElement !== element) return null;
    const shows = drawn(element) !== before;
    element.blur();
    return shows;
  };

  const seen = all.map((element) => {
    const style = getComputedStyle(element);
    return {
      line: window.hubInspection.lineOf(element),
      parent: numbers.get(/** @type {Element} */ (element.parentElement)) ?? -1,
      tag: element.localName,
      attributes: Object.fromEntries([...element.attributes].map((one) => [one.name, one.value])),
      said: said(element),
      text: tidy(element.textContent).slice(0, 300),
      is_seen: isSeen(element),
      ...pressed(element),
      lang: /** @type {HTMLElement | null} */ (element.closest("[lang]"))?.lang ?? "",
      direction: style.direction,
      looks: {
        display: style.display,
        align: style.textAlign,
        transform: style.textTransform,
        size: parseFloat(style.fontSize),
        weight: style.fontWeight,
        slant: style.fontStyle,
        line: style.textDecorationLine,
        colour: style.color,
        background: style.backgroundColor,
        border: style.borderBottomStyle === "none" ? "" : style.borderBottom,
      },
      focus_shows: focusShows(element),
    };
  });
  return JSON.stringify(seen); // a text crosses over to Python much faster than thousands of objects
};
