/** The one global name of the hub's scripts. Only editors and `tsc` read this file. */
interface HubCard {
  id: string;
  href: string;
  title: { text: string; lang?: string; dir?: string };
  summary: { text: string; lang?: string; dir?: string };
  minutes: string;
  who: string;
  elsewhere?: string;
  draft?: string;
  facets: string[][];
}
interface LunrQuery {
  term(term: string, options: { boost?: number; wildcard?: number; editDistance?: number; fields?: string[] }): void;
}
interface LunrIndex {
  query(build: (query: LunrQuery) => void): { ref: string; score: number }[];
}
interface SaferHubGlobal {
  normalise: { tokens(text: string, locale: string): string[] };
  lessonData: { facets: string[]; lessons: HubCard[] };
  searchIndex: { index: object; lessons: string[]; sections: string[] };
  search: {
    find(words: string): Promise<string[]>;
    places(words: string): Promise<{ lesson: string; section: string }[]>;
  };
}
interface Window {
  SaferHub: SaferHubGlobal;
  lunr: { Index: { load(data: object): LunrIndex }; Query: { wildcard: { LEADING: number; TRAILING: number } } };
}
