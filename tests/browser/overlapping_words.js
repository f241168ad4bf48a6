/**
 * Returns pairs of texts that lie on each other. What floats above the page on purpose is left out.
 * @returns {string[]}
 */
(() => {
  /** @type {{ text: string, box: DOMRect }[]} */
  const seen = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.textContent?.trim() || !parent?.checkVisibility() || parent.closest(".hidden-text, .skip, script, template")) continue;
    if (parent.closest(".leave") && getComputedStyle(/** @type {Element} */ (parent.closest(".leave"))).position === "fixed") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) seen.push({ text: node.textContent.trim(), box });
  }
  /** @type {string[]} */
  const found = [];
  seen.sort((one, other) => one.box.top - other.box.top);
  seen.forEach((one, index) => {
    for (const other of seen.slice(index + 1)) {
      if (other.box.top >= one.box.bottom) break;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > 2 && high > 4) found.push(`${one.text} | ${other.text}`);
    }
  });
  return found;
})();
