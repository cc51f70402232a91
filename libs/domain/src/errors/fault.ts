import type { InputFault } from './domain-error';
import { faultSentence } from './fault-sentence';
import { isFaultCode, type FaultCode } from './fault-sentences';

type About = Readonly<Record<string, string>>;

/** What is wrong at `path`, by its code; the message says it in English, as the API does. */
export function fault(path: string, code: FaultCode, about: About = {}): InputFault {
  const isKnown = Object.keys(about).length > 0;
  return { path, message: faultSentence(code, about, 'en'), code, ...(isKnown && { about }) };
}

/** A code where a schema has room for a message only; `readSaying` takes it out again. */
export const saying = (code: FaultCode, about?: About): string =>
  about ? `${code} ${JSON.stringify(about)}` : code;

/** What `saying` said; undefined of any other message. */
export function readSaying(message: string): [code: FaultCode, about: About] | undefined {
  const space = message.indexOf(' ');
  const code = space === -1 ? message : message.slice(0, space);
  if (!isFaultCode(code)) return undefined;
  return [code, space === -1 ? {} : (JSON.parse(message.slice(space + 1)) as About)];
}
