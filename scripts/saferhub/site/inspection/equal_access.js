// Runs IBM Equal Access and returns what it is sure of. What it only suspects is for people to judge.
async () => {
  const result = await new window.ace.Checker().check(document, ["WCAG_2_2"]);
  return result.results
    .filter((one) => one.value[0] === "VIOLATION" && one.value[1] === "FAIL")
    .map((one) => ({
      id: one.ruleId,
      sentence: one.message,
      html: one.snippet,
      line: window.hubInspection.lineOf(one.node instanceof Element ? one.node : one.node.parentElement),
    }));
};
