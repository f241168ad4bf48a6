// Runs axe-core and returns what it is sure of: its rule, its sentence, the line of the element.
async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await window.axe.run(document, { runOnly: tags, preload: false, elementRef: true, resultTypes: ["violations"] });
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => ({ id: rule.id, sentence: rule.help, html: node.html, line: window.hubInspection.lineOf(node.element ?? null) })),
  );
};
