// Runs in an inspected page before its own scripts: knows which line of the file each element came from.
(() => {
  const LINE = "data-inspected-line";
  /** @type {WeakMap<Element, number>} */
  const lines = new WeakMap();

  // The marks are taken off before anything is looked at, so that the page is the one that readers get.
  const takeLines = () => {
    document.querySelectorAll(`[${LINE}]`).forEach((element) => {
      lines.set(element, Number(element.getAttribute(LINE)));
      element.removeAttribute(LINE);
    });
  };

  /** @param {Element | null} element */
  const lineOf = (element) => {
    for (let near = element; near; near = near.parentElement) {
      const line = lines.get(near);
      if (line) return line;
    }
    return 1;
  };

  window.hubInspection = { takeLines, lineOf };
})();
