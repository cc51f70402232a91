import type { Language } from '../vocabulary/languages';
import { FAULT_SENTENCES, type FaultCode } from './fault-sentences';
import { wordOf } from './word-of';

/** What is wrong with a field, for people. */
export const faultSentence = (
  code: FaultCode,
  about: Readonly<Record<string, string>>,
  language: Language,
): string =>
  Object.entries(about).reduce(
    (text: string, [name, value]) => text.replace(`{${name}}`, () => wordOf(value, language)),
    FAULT_SENTENCES[code][language],
  );
