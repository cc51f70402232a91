import { foldText } from '../text/folded-text';
import { CHOICES, type ChoiceName } from '../vocabulary/enumerations';
import { LANGUAGES } from '../vocabulary/languages';
import { WORDS } from '../vocabulary/words';

import { fault, read, type Reading } from './reading';

/** What people also write, beside the value itself and its words on screen. */
const SYNONYMS: Partial<Record<ChoiceName, Record<string, readonly string[]>>> = {
  centreKind: { HUB: ['smart industry hub'] },
  centreType: {
    KNOWLEDGE: ['kennis', 'knowledge', 'technologie'],
    DEMONSTRATION: ['demo', 'demonstratie'],
    SKILLS: ['scholing', 'skills'],
    COMBINED: ['combinatie'],
  },
  organisationType: {
    KNOWLEDGE: ['kennis', 'knowledge institution'],
    EDUCATION: ['onderwijs', 'school'],
    PUBLIC: ['publiek', 'overheidsinstelling', 'government'],
    OTHER: ['anders', 'overige'],
  },
  sizeClass: {
    MICRO: ['microbedrijf'],
    SMALL: ['kleinbedrijf'],
    MEDIUM: ['midden', 'middel', 'middenbedrijf'],
    LARGE: ['grootbedrijf'],
  },
  level: { PARTICIPANT: ['deelnemend', 'deelname'], ENGAGED: ['betrokken'] },
  activityKind: { DEMO: ['demo'], MATCHMAKING: ['matchmaken'] },
  source: {
    COMPANIES: ['bedrijf', 'bedrijfsleven', 'privaat', 'private'],
    KNOWLEDGE_INSTITUTES: ['kennisinstelling', 'knowledge institute', 'kennis'],
    NATIONAL: ['nationaal', 'landelijk', 'rijksoverheid', 'national'],
    REGIONAL: ['regionaal', 'provincie', 'gemeente', 'regional'],
    EU: ['europa', 'europees'],
  },
  status: { REALISED: ['realized', 'uitgegeven'], COMMITTED: ['toezegging'] },
  form: { CASH: ['cash', 'geld', 'contant'], IN_KIND: ['natura'] },
  outcomeKind: {
    NEW_PRODUCT: ['product'],
    NEW_SERVICE: ['dienst', 'service'],
    PRODUCTION_START: ['productiestart', 'start productie'],
    JOBS: ['fte', 'arbeidsplaatsen'],
  },
  claimLevel: { SELF_REPORTED: ['zelf opgegeven'], EVIDENCED: ['bewijs', 'bewezen'] },
};

/** Only letters and digits matter: `In kind`, `IN_KIND` and `in-kind` are one. */
const plain = (text: string): string => foldText(text.replace(/_/g, ' ')).replace(/ /g, '');

function dictionary(choice: ChoiceName): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const value of CHOICES[choice]) {
    const spoken = LANGUAGES.map(
      (language) => (WORDS[language][choice] as Record<string, string>)[value] ?? '',
    );
    for (const word of [value, ...spoken, ...(SYNONYMS[choice]?.[value] ?? [])])
      words.set(plain(word), value);
    words.set(value, value);
  }
  return words;
}

const DICTIONARIES = new Map(
  (Object.keys(CHOICES) as ChoiceName[]).map((choice) => [choice, dictionary(choice)]),
);

/** Reads a value of a closed list, written as such or in Dutch or English words. */
export function readChoice(choice: ChoiceName, value: string): Reading {
  const words = DICTIONARIES.get(choice);
  const found = words?.get(value) ?? words?.get(plain(value));
  return found === undefined
    ? fault('UNKNOWN_VALUE', { value, choices: CHOICES[choice].join(', ') })
    : read(found);
}
