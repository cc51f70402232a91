import { INDICATORS, type IndicatorCode } from '../indicators/catalogue';
import { foldedWord } from '../text/tokens';
import type { Surroundings } from '../text/surroundings';

/** Words that people use for what an indicator counts, beside those of its titles. */
const ALSO_CALLED: Partial<Record<IndicatorCode, string>> = {
  centres_active: 'praktijkomgeving center',
  companies_reached: 'firma onderneming firm business bereikt',
  companies_participated: 'firma onderneming firm business deelnemer participant deelgenomen meegedaan',
  companies_participating: 'firma onderneming firm business deelnemer participant meedoen',
  companies_new: 'firma onderneming firm business deelnemer participant',
  sme_share: 'midden kleinbedrijf smes',
  people_trained: 'mensen personen people getraind opgeleid trained opleiding cursist trainees',
  spin_offs: 'spinoff startup nieuwe bedrijven new companies',
  spin_offs_active: 'spinoff startup nieuwe bedrijven new companies',
  jobs: 'arbeidsplaatsen werkgelegenheid fte jobs voltijdbanen',
  investment_realised: 'geinvesteerd invested investering',
  investment_committed: 'toegezegd committed investering',
  investment_private: 'prive privaat privately investering',
  investment_public: 'publiek overheid overheden government investering',
};
/** Words of titles that say nothing of what is counted. */
const EMPTY = new Set(
  'de het een die op aan van met in on the of that a as date peildatum existence'.split(' '),
);
const ENDINGS = ['ies', 'en', 'es', 's', 'e', 'y'];

/** What is left of a word without the ending that its number and case give it: `bedrijf` and `bedrijven` alike. */
function stem(word: string): string {
  const ending = word.length > 3 ? ENDINGS.find((one) => word.endsWith(one)) : undefined;
  const bare = ending === undefined ? word : word.slice(0, -ending.length);
  return bare.length > 3 && (bare.endsWith('v') || bare.endsWith('f')) ? bare.slice(0, -1) : bare;
}

const stemsOf = (text: string): string[] =>
  foldedWord(text)
    .split(' ')
    .filter((word) => word !== '' && !EMPTY.has(word))
    .flatMap((word) => [stem(word.replaceAll('-', '')), ...word.split('-').map(stem)]);

/** How much a word says of an indicator: one of its titles, or another that people use. */
const OF_TITLE = 1;
const ALSO = 0.7;

const CALLED: ReadonlyMap<string, ReadonlyMap<string, number>> = (() => {
  const called = new Map<string, Map<string, number>>();
  const note = (text: string, code: string, weight: number): void => {
    for (const word of stemsOf(text)) {
      const codes = called.get(word) ?? new Map<string, number>();
      called.set(word, codes.set(code, Math.max(weight, codes.get(code) ?? 0)));
    }
  };
  for (const { code, title } of INDICATORS) {
    note(`${title.nl} ${title.en}`, code, OF_TITLE);
    note(ALSO_CALLED[code] ?? '', code, ALSO);
  }
  return called;
})();

/** A word behind a number says more of it than one before it. */
const BEFORE = 0.5;

/** How strongly the words beside a number name each indicator; those that they do not name are left out. */
export function indicatorsNamed({
  after,
  before,
}: Pick<Surroundings, 'after' | 'before'>): Map<string, number> {
  const named = new Map<string, number>();
  const note = (words: readonly string[], weight: number): void => {
    const seen = new Set<string>();
    for (const [index, word] of words.entries()) {
      const found = stem(word);
      if (seen.has(found)) continue;
      seen.add(found);
      for (const [code, part] of CALLED.get(found) ?? []) {
        named.set(code, (named.get(code) ?? 0) + (weight * part) / (index + 1));
      }
    }
  };
  note(after, 1);
  note(before, BEFORE);
  return named;
}
