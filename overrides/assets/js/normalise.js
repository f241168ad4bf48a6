/**
 * Search should find a lesson however its words are typed. The steps are those of scripts/saferhub/catalogue/normalise.py,
 * which says why; tests/search/vectors.json holds both to the same answers, so change them together.
 * A classic script, because modules do not load from file://.
 */
(() => {
  "use strict";

  /** @typedef {{words?: string, starts?: string, ends?: string, least?: number, twice?: boolean}} Step */
  /** @typedef {{before?: string, after?: string, steps: Step[]}} Language */

  // <tables generated from scripts/saferhub/catalogue/normaliser.json by 'hub docs'>
  const TABLES = {
    outside: "88f 897 c5c cdc cf3 ece 1acf-1aff 1c89-1c8a a7cb-a7cf a7d2 a7d4 a7da-a7dc a7f1 10000-10cff 10d40-110ff 11148-1d3ff 1d800-1e8ff 1e95a-1edff 1ef00-1ffff 2b739-2b73f 2cea2-2ceaf 2ebe1-2f7ff 2fa20-2ffff 3134b-e00ff e01f0-10ffff",
    dropped: "ad 300-36f 55b-55c 55e-55f 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 610-61a 61c 640 64b-65f 670 6d6-6dc 6df-6e4 6e7-6e8 6ea-6ed 200c-200f 202a-202e 2060-2069 20d0-20ff fe00-fe0f feff e0100-e01ef",
    letters: "’=' ‘=' ʼ=' ʻ=' ‛=' `=' ′=' ՚=' ‐=- ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ħ=h ŧ=t ı=i ς=σ ё=е ٱ=ا ى=ي ی=ي ے=ي ک=ك ڪ=ك ة=ه ہ=ه ھ=ه ە=ه ۃ=ه ں=ن ڤ=ف",
    sequences: "եվ=եւ",
    zeros: "660 6f0 7c0 966 9e6 a66 ae6 b66 be6 c66 ce6 d66 e50 ed0 f20 1040 17e0",
    unspaced: "e01-e4e e81-ecd 1000-103f 1780-17d3 3005-3007 3041-30ff 3400-4dbf 4e00-9fff 20000-3134a",
    locales: {
      en: {after:"s re ll ve d m",steps:[{words:"children=child men=man women=woman using=use used=use sent=send taught=teach stolen=steal hidden=hide lying=lie lied=lie crises=crisis"},{ends:"news=news ss=ss us=us sis=sis ies=y es s"},{ends:"thing=thing string=string spring=spring greed=gree eed=eed ied=y ing ed"},{ends:"e"},{least:4,ends:"isation=ization our=or is=iz ys=yz"},{ends:"y=i bb=b dd=d ff=f gg=g ll=l mm=m nn=n pp=p rr=r ss=s tt=t zz=z"}]},
      fr: {before:"l d qu j n s c m t jusqu lorsqu puisqu",steps:[{words:"yeux=oeil travaux=travail"},{ends:"eaux=eau aux=al euses=eu euse=eu x s"},{least:4,ends:"ement=e iere=ie er=e ez=e"},{ends:"ee e"},{least:4,ends:"ll=l nn=n ss=s tt=t"}]},
      es: {steps:[{ends:"us=us sis=sis ais=ais es s"},{least:5,ends:"iendo=e ando=a ado=a ada=a ido=e ida=e ar=a er=e ir=e"},{ends:"a e o z=c"}]},
      pt: {before:"d",steps:[{words:"maes=mae paes=pao faceis=facil dificeis=dificil uteis=util"},{least:4,ends:"oes=ao aes=ao ais=al eis=el ois=ol uis=ul ns=m"},{ends:"us=us es s"},{least:5,ends:"ando=a endo=e indo=e ado=a ada=a ido=e ida=e ar=a er=e ir=e"},{ends:"ao=ao a e o"}]},
      sw: {steps:[{least:4,starts:"ku"},{least:4,ends:"ni"},{words:"watoto=mtoto walimu=mwalimu wanafunzi=mwanafunzi wazazi=mzazi vijana=kijana wasichana=msichana wavulana=mvulana watu=mtu mitandao=mtandao michezo=mchezo vifaa=kifaa maneno=neno manenosiri=nenosiri masomo=somo maswali=swali marafiki=rafiki vitabu=kitabu vyombo=chombo miaka=mwaka madarasa=darasa makosa=kosa"}]},
      cy: {after:"r n i u w m th ch",steps:[{starts:"nghw=w ngw=w chw=w cw=w gw=w ngh=g ng=g ch=g mh=b ph=b nh=d th=d dd=d ll=l rh=r"},{least:4,starts:"ff=ff f=b m=b p=b t=d c=g"},{ends:"iau ion oedd au on"},{words:"blentyn=blant rieni=riant athro=athraw gyfrineir=gyfrinair",ends:"nn=n"}]},
      ru: {steps:[{words:"ребенок=ребенк",ends:"иями ями ами ьми ыми ими ого его ому ему ием ией иям иях ая яя ую юю ою ею ью ию ия ие ии ий ый ой ей ое ее ые ых их ым им ом ем ам ям ах ях ов ев а е и о у ы й ь ю я"},{ends:"ь нн=н"}]},
      hy: {steps:[{ends:"ը երն=եր ին=ի"},{ends:"ության=ություն ությամբ=ություն ից ով ում ի"},{ends:"ներ"},{twice:true,ends:"եր"},{ends:"ան=ա այ=ա ի"}]},
      ar: {steps:[{least:2,ends:"ء"},{least:2,twice:true,words:"والد=والد والدين=والد والدان=والد والده=والد والدي=والد بالغين=بالغ بالغون=بالغ بالغه=بالغ للعب=لعب للعبه=لعبه للغه=لغه",starts:"وبال ولل وال بال فال كال لل ال"},{words:"والد=والد",starts:"و"},{ends:"كم هم ها نا"},{ends:"ات=ه ون ين"},{ends:"ه"},{least:4,starts:"ب ك ل ف"}]},
      ur: {steps:[{least:2,ends:"ء"},{words:"سكول=اسكول لاين=لاين",ends:"يون=ه يان=ه ون=ه ين=ه ات=ه ي=ه ا=ه"},{ends:"ه"}]},
    },
  };
  // </tables>

  /** @param {string} [entries] */
  const list = (entries) => (entries ? entries.split(" ") : []);

  /** Reads entries such as "ies=y s": the first is replaced, the second removed. @param {string} [entries] */
  const rules = (entries) => list(entries).map((entry) => /** @type {[string, string]} */ (`${entry}=`.split("=", 2)));

  /** Writes ranges such as 64b-65f as the inside of a regular expression's brackets. @param {string} ranges */
  const characters = (ranges) => ranges.replace(/[0-9a-f]+/g, "\\u{$&}").replace(/ /g, "");

  const SPELLINGS = new Map(rules(TABLES.letters));
  for (const zero of list(TABLES.zeros)) {
    for (let digit = 0; digit < 10; digit += 1) {
      SPELLINGS.set(String.fromCodePoint(parseInt(zero, 16) + digit), `${digit}`);
    }
  }
  const OUTSIDE = new RegExp(`[${characters(TABLES.outside)}]`, "gu");
  // No lookbehind here: older tablets do not know it.
  const DROPPED = new RegExp(`([\\u0400-\\u052f][\\u0306\\u0308])|[${characters(TABLES.dropped)}]`, "gu");
  const UNSPACED = new RegExp(`([${characters(TABLES.unspaced)}]+)`, "u");
  const WORD = /(?:[a-z]-(?=[a-z]))?[^ '-]+(?:'[^ '-]+)*/g;

  /** Gives a text the plain spelling of search. @param {string} text */
  const fold = (text) => {
    const decomposed = text.replace(OUTSIDE, " ").normalize("NFKD").toLowerCase();
    const folded = decomposed.replace(DROPPED, "$1").normalize("NFC")
      .replace(/[^a-z0-9 ]/gu, (letter) => SPELLINGS.get(letter) ?? letter)
      .replace(/[^\p{L}\p{M}\p{N}'-]/gu, " ");
    return rules(TABLES.sequences).reduce((done, [old, spelt]) => done.split(old).join(spelt), folded);
  };

  /** Splits a run into words; unspaced scripts give pairs of characters. @param {string} run */
  const pieces = (run) => run.replace(/^\p{M}+/u, "").split(UNSPACED).flatMap((part, at) => {
    if (at % 2 === 0) {
      return part.replace(/^['-]+|['-]+$/g, "").replace(/^\p{M}+/u, "") || [];
    }
    const letters = Array.from(part);
    return letters.length < 2 ? letters : letters.slice(1).map((letter, before) => letters[before] + letter);
  });

  /** Makes one step of the tables a function from word to word. @param {Step} step */
  const ready = ({ words, starts, ends, least = 3, twice }) => {
    const listed = new Map(rules(words));
    const affixes = [...rules(starts).map((rule) => ({ rule, first: true })),
      ...rules(ends).map((rule) => ({ rule, first: false }))];
    /** @param {string} word */
    const once = (word) => {
      const length = Array.from(word).length;
      const found = listed.has(word) ? undefined : affixes.find(({ rule: [old, put], first }) =>
        (first ? word.startsWith(old) : word.endsWith(old)) && length - old.length + put.length >= least);
      if (!found) {
        return listed.get(word) ?? word;
      }
      const [old, put] = found.rule;
      return found.first ? put + word.slice(old.length) : word.slice(0, -old.length) + put;
    };
    return twice ? (/** @type {string} */ word) => once(once(word)) : once;
  };

  /** Makes a language of the tables a function from folded word to stem. @param {Language} language */
  const stemmer = ({ before, after, steps }) => {
    const [first, last, functions] = [list(before), list(after), steps.map(ready)];
    return (/** @type {string} */ word) => {
      const parts = word.replace(/-/g, "").split("'");
      while (parts.length > 1 && first.includes(parts[0])) {
        parts.shift();
      }
      while (parts.length > 1 && last.includes(parts[parts.length - 1])) {
        parts.pop();
      }
      return functions.reduce((stem, step) => step(stem), parts.join(""));
    };
  };
  const STEMMERS = new Map(Object.entries(TABLES.locales).map(([code, language]) => [code, stemmer(language)]));
  const UNKNOWN = stemmer({ steps: [] });

  /**
   * Turns a text into the words that search compares, in their order and with repeats.
   * @param {string} text
   * @param {string} locale a code such as "fr" or "pt-BR"; only the part before the first - or _ counts
   */
  const tokens = (text, locale) => {
    const stem = STEMMERS.get(locale.toLowerCase().split(/[-_]/)[0]) ?? UNKNOWN;
    return (fold(text).match(WORD) ?? []).flatMap(pieces).map((word) => stem(word));
  };

  const page = /** @type {Window & {SaferHub?: object}} */ (window);
  page.SaferHub = Object.assign(page.SaferHub ?? {}, { normalise: { tokens } });
})();
