/** What the inspection puts into a page. Only editors and `tsc` read this file. */
interface AxeNode { html: string; element?: Element }
interface AceResult { ruleId: string; message: string; snippet: string; value: [string, string]; node: Node }
interface Window {
  hubInspection: { takeLines(): void; lineOf(element: Element | null): number };
  axe: { run(context: Document, options: object): Promise<{ violations: { id: string; help: string; nodes: AxeNode[] }[] }> };
  ace: { Checker: new () => { check(page: Document, policies: string[]): Promise<{ results: AceResult[] }> } };
}
