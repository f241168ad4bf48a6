/**
 * Returns how a number stands in an element: its digits and signs line by line, each line from left to right.
 * @param {{ element: Element, number: string }} asked
 * @returns {string | null}
 */
({ element, number }) => {
  /** @type {{ letter: string, node: Node, at: number }[]} */
  const letters = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    [...(node.textContent ?? "")].forEach((letter, at) => letters.push({ letter, node, at }));
  }
  const start = letters.map(({ letter }) => letter).join("").indexOf(number);
  if (start < 0) return null;
  const placed = letters.slice(start, start + number.length).filter(({ letter }) => letter !== " ").map(({ letter, node, at }) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    return { letter, line: Math.round(box.bottom / 8), left: box.left };
  });
  placed.sort((one, other) => one.line - other.line || one.left - other.left);
  return placed.map(({ letter }) => letter).join("");
};
