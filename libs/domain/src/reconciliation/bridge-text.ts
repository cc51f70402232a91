import { DUTCH_TIME_ZONE } from '../countries/nl-time-zone';
import type { FigureUnit } from '../figures';
import { findIndicator } from '../indicators/catalogue';
import type { Language } from '../vocabulary/languages';
import { longDate, spokenValue, type BridgeEnd, type BridgeStep } from './bridge';
import { CLAUSES, STATEMENTS } from './bridge-words';
import type { ReconciliationReason } from './reasons';

/** A step as a letter needs it: with the day at which its reason turns. */
export type ToldStep = Pick<BridgeStep, 'change' | 'total'> & {
  reason: ReconciliationReason;
  date?: string | undefined;
};

const WORDS = {
  nl: {
    ...{
      and: ' en ',
      off: 'Daarvan ',
      offAmount: 'Daarvan ',
      on: 'Daarnaast ',
      same: 'De twee cijfers zijn gelijk.',
    },
    ...{ on_: 'Op', span: ['Van', 'tot en met'], until: 'Tot en met', within: ' binnen ' },
    known: (day: string) => ` (zoals bekend op ${day})`,
    tookPart: (from: string, reached: string, took: string) =>
      `Van de ${reached} bedrijven die ${from} zijn bereikt, [nam|namen] er ${took} deel`,
    still: (day: string, count: string) => `${day} [deed|deden] er nog ${count} mee`,
  },
  en: {
    ...{
      and: ' and ',
      off: 'Of these, ',
      offAmount: 'Of this, ',
      on: 'In addition, ',
      same: 'The two figures are equal.',
    },
    ...{ on_: 'On', span: ['From', 'to'], until: 'Until', within: ' within ' },
    known: (day: string) => ` (as known on ${day})`,
    tookPart: (from: string, reached: string, took: string) =>
      `Of the ${reached} companies reached ${from}, ${took} took part`,
    still: (day: string, count: string) => `${day}, ${count} [was|were] still taking part`,
  },
} as const satisfies Record<Language, object>;

/** The bridge as a civil servant would put it in a letter: from the left figure, through every reason, to the right one. */
export function bridgeText(
  left: BridgeEnd,
  right: BridgeEnd,
  steps: readonly ToldStep[],
  language: Language,
): string {
  const isKnownOtherwise = left.knownAt !== right.knownAt;
  const end = (one: BridgeEnd): string => statement(one, language, isKnownOtherwise);
  if (steps.length === 0) return [end(left), WORDS[language].same, end(right)].join(' ');
  const [first, ...others] = steps;
  if (first && beginsWithReached(left, right, first))
    return fromReached(left, right, { first, others, language });
  return [end(left), ...middle(steps, left.unit, language), end(right)].join(' ');
}

/** Where companies were reached and did not all take part, the letter says so in its first sentence. */
const beginsWithReached = (left: BridgeEnd, right: BridgeEnd, { reason, change }: ToldStep): boolean =>
  left.indicator === 'companies_reached' &&
  right.indicator.startsWith('companies_particip') &&
  (['asOf', 'from', 'knownAt', 'scope'] as const).every((name) => left[name] === right[name]) &&
  reason === 'ONLY_REACHED' &&
  Number(change) < 0;

interface Reached {
  first: ToldStep;
  others: readonly ToldStep[];
  language: Language;
}

function fromReached(left: BridgeEnd, right: BridgeEnd, { first, others, language }: Reached): string {
  const words = WORDS[language];
  const spoken = (value: number | string | null): string => spokenValue(value ?? 0, 'count', language);
  const when = lowered(whenOf(left, language)) + whereOf(left, language);
  const took = agreed(words.tookPart(when, spoken(left.value), spoken(first.total)), first.total, 'count');
  if (others.length === 0) return `${took}.`;
  const onlyLosses = others.every(({ change }) => Number(change) < 0);
  const still = agreed(words.still(whenOf(right, language), spoken(right.value)), right.value ?? 0, 'count');
  const last =
    onlyLosses && right.indicator === 'companies_participating' ? `${still}.` : statement(right, language);
  return [`${took}.`, ...middle(others, 'count', language), last].join(' ');
}

function middle(steps: readonly ToldStep[], unit: FigureUnit, language: Language): string[] {
  const words = WORDS[language];
  const off = steps.filter(({ change }) => Number(change) < 0);
  const on = steps.filter(({ change }) => Number(change) > 0);
  const told = (some: readonly ToldStep[]): string =>
    enumerate(
      some.map((step) => clause(step, unit, language)),
      words.and,
    );
  return [
    ...(off.length > 0 ? [`${unit === 'count' ? words.off : words.offAmount}${told(off)}.`] : []),
    ...(on.length > 0 ? [`${words.on}${told(on)}.`] : []),
  ];
}

function clause({ reason, change, date }: ToldStep, unit: FigureUnit, language: Language): string {
  const amount = String(change).replace('-', '');
  const pattern =
    unit === 'count' ? CLAUSES[reason][language] : CLAUSES[reason][language].replace(' er {n}', ' {n}');
  return agreed(pattern, amount, unit)
    .replace('{n}', spokenValue(amount, unit, language))
    .replace('{date}', date === undefined ? '' : longDate(date, language));
}

/** What a figure says by itself, as a sentence. */
function statement(end: BridgeEnd, language: Language, withKnowledge = false): string {
  const { indicator, unit, knownAt } = end;
  const code = findIndicator(indicator)?.code;
  if (code === undefined) return `${indicator}: ${spokenValue(end.value ?? 0, unit, language)}.`;
  const known = withKnowledge ? WORDS[language].known(dayOf(knownAt, language)) : '';
  const said = agreed(STATEMENTS[code][language], end.value ?? 0, unit)
    .replace('{when}', whenOf(end, language) + (language === 'en' ? ',' : ''))
    .replace('{where}', whereOf(end, language))
    .replace('{n}', spokenValue(end.value ?? 0, unit, language));
  return `${said}${known}.`;
}

function whenOf({ indicator, asOf, from }: BridgeEnd, language: Language): string {
  const words = WORDS[language];
  const day = longDate(asOf, language);
  if (findIndicator(indicator)?.kind === 'stock') return `${words.on_} ${day}`;
  if (from === null) return `${words.until} ${day}`;
  const [since, to] = words.span;
  return `${since} ${longDate(from, language)} ${to} ${day}`;
}

const whereOf = ({ scope }: BridgeEnd, language: Language): string =>
  scope === 'programme' ? '' : `${WORDS[language].within}${scope.replace(/^\w+:/, '')}`;

const dayOf = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeZone: DUTCH_TIME_ZONE,
  }).format(new Date(instant));

/** Of every `[one|more]` the form that goes with the number; an amount is one. */
function agreed(pattern: string, value: number | string, unit: FigureUnit): string {
  const isOne = unit !== 'count' || Number(value) === 1;
  return pattern.replace(/\[([^[|\]]*)\|([^[|\]]*)\]/g, (_whole, one: string, more: string) =>
    isOne ? one : more,
  );
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function enumerate(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')}${and}${parts.at(-1) ?? ''}`;
}
