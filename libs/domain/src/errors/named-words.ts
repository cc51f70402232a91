import { BREAKDOWNS, type Breakdown } from '../figures';
import { findIndicator } from '../indicators/catalogue';
import { megabytes } from '../files/file-kinds';
import type { Language } from '../vocabulary/languages';
import { fieldName } from '../vocabulary/record-names';
import { WORDS } from '../vocabulary/words';
import { wordOf } from './word-of';

const isBreakdown = (text: string): text is Breakdown => BREAKDOWNS.some((by) => by === text);

type NamedWord = (value: string, language: Language) => string;

const DAY = /\d{4}-\d{2}-\d{2}/g;

/** What an error is about that is more than one value, by its name: how programs have it, and how people say it. */
const NAMED: Readonly<Record<string, NamedWord>> = {
  /** `people_trained jobs` */
  indicators: (value, language) =>
    value
      .split(' ')
      .map((code) => findIndicator(code)?.title[language] ?? code)
      .join(', '),
  /** `name kvkNumber` */
  companyFields: (value, language) =>
    value
      .split(' ')
      .map((field) => fieldName(language, 'companies', field).toLowerCase())
      .join(', '),
  /** The most bytes of a file: `20000000` */
  mostBytes: (value, language) => megabytes(Number(value))[language],
  /** `centre quarter`; nothing of a figure as a whole. */
  breakdowns: (value, language) => {
    const words = value
      .split(' ')
      .filter(isBreakdown)
      .map((by) => WORDS[language].breakdown[by]);
    if (words.length === 0) return language === 'nl' ? 'zonder uitsplitsing' : 'without a breakdown';
    return `${language === 'nl' ? 'per' : 'by'} ${words.join(', ')}`;
  },
  /** `programme`, `hub:HUB-NOORD` */
  scope: (value, language) => {
    if (value === 'programme') return language === 'nl' ? 'het hele programma' : 'the whole programme';
    const at = value.indexOf(':');
    const kind = value.slice(0, at);
    return isBreakdown(kind) ? `${WORDS[language].breakdown[kind]} ${value.slice(at + 1)}` : value;
  },
  /** `2023-01-01/2023-12-31`, in the form of ISO 8601; `../2023-12-31` has no first day. */
  period: (value, language) => {
    const [from = '', to = ''] = value.split('/');
    const until = `${language === 'nl' ? 'tot en met' : 'up to and including'} ${wordOf(to, language)}`;
    return from === '..' ? until : `${wordOf(from, language)} ${until}`;
  },
  /** `“Title” 1 (hub:HUB-NOORD, 2023-01-01/2023-12-31)`, and more of them after a semicolon. */
  editions: (value, language) => value.replaceAll(DAY, (day) => wordOf(day, language)),
};

export const namedWord = (name: string, value: string, language: Language): string =>
  NAMED[name]?.(value, language) ?? wordOf(value, language);
