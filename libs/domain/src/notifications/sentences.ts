import { namedWord } from '../errors/named-words';
import type { Language } from '../vocabulary/languages';
import type { NotificationFacts, NotificationKind } from './kinds';

type Sentences = {
  [K in NotificationKind]: (about: (fact: NotificationFacts[K]) => string) => string;
};

/** What each kind says, in a sentence: on screen and by mail alike. A kind without words does not compile. */
const SENTENCES: Record<Language, Sentences> = {
  nl: {
    ROUND_OPENED: (about) =>
      `De ronde van het ${about('quarter')} is open. Uw opgave is nodig uiterlijk op ${about('dueOn')}.`,
    ROUND_DUE_IN_WEEK: (about) =>
      `Binnen een week nodig: uw opgave van het ${about('quarter')}, uiterlijk op ${about('dueOn')}.`,
    ROUND_DUE_IN_DAY: (about) =>
      `Nu nodig: uw opgave van het ${about('quarter')}, uiterlijk op ${about('dueOn')}.`,
    ROUND_LATE: (about) =>
      `Uw opgave van het ${about('quarter')} is te laat: die was nodig op ${about('dueOn')}.`,
    ROUND_SUBMITTED: (about) =>
      about('count') === '1'
        ? `${about('person')} diende de opgave van ${about('centre')} over het ${about('quarter')} in. U kunt die beoordelen.`
        : `Over het ${about('quarter')} wachten ${about('count')} opgaven op uw oordeel; de nieuwste is die van ${about('centre')}, van ${about('person')}.`,
    ROUND_RETURNED: (about) =>
      `${about('person')} gaf de opgave van ${about('centre')} over het ${about('quarter')} terug, met een opmerking.`,
    REPORT_SUBMITTED: (about) =>
      `${about('person')} legt het rapport “${about('title')}” ter goedkeuring voor.`,
    FOLLOW_UP_DUE: (about) => `De opvolging van ${about('company')} staat op ${about('dueOn')}.`,
    MENTIONED: (about) => `${about('person')} noemt u in een reactie bij ${about('record')}.`,
    IMPORT_DONE: (about) => `De import van ${about('file')} is klaar.`,
    IMPORT_REJECTED: (about) => `In ${about('file')} zitten fouten; er is niets ingelezen.`,
    IMPORT_FAILED: (about) => `De import van ${about('file')} is niet gelukt; er is niets ingelezen.`,
    DUPLICATE_FOUND: (about) => `${about('company')} en ${about('other')} zijn misschien één bedrijf.`,
    REGISTER_DIFFERS: (about) => `Het handelsregister zegt iets anders over ${about('company')}.`,
    TARGET_BEHIND: (about) =>
      `Achter op schema: het doel voor “${about('indicators')}” van ${about('scope')} per ${about('dueOn')}.`,
    TARGET_MISSED: (about) =>
      `Niet gehaald: het doel voor “${about('indicators')}” van ${about('scope')} per ${about('dueOn')}.`,
    MAIL_GIVEN_UP: (about) =>
      about('count') === '1'
        ? 'Een e-mail is niet bezorgd en wordt niet meer verstuurd. Waarom staat in het logbestand van de server.'
        : `Er zijn ${about('count')} e-mails niet bezorgd; ze worden niet meer verstuurd. Waarom staat in het logbestand van de server.`,
  },
  en: {
    ROUND_OPENED: (about) =>
      `The round of ${about('quarter')} is open. Your answer is due by ${about('dueOn')}.`,
    ROUND_DUE_IN_WEEK: (about) =>
      `Due within a week: your answer for ${about('quarter')}, by ${about('dueOn')}.`,
    ROUND_DUE_IN_DAY: (about) => `Due now: your answer for ${about('quarter')}, by ${about('dueOn')}.`,
    ROUND_LATE: (about) => `Your answer for ${about('quarter')} is late: it was due on ${about('dueOn')}.`,
    ROUND_SUBMITTED: (about) =>
      about('count') === '1'
        ? `${about('person')} submitted the answer of ${about('centre')} for ${about('quarter')}. You can decide on it.`
        : `For ${about('quarter')}, ${about('count')} answers wait for your decision; the newest is that of ${about('centre')}, by ${about('person')}.`,
    ROUND_RETURNED: (about) =>
      `${about('person')} returned the answer of ${about('centre')} for ${about('quarter')}, with a remark.`,
    REPORT_SUBMITTED: (about) => `${about('person')} asks for approval of the report “${about('title')}”.`,
    FOLLOW_UP_DUE: (about) => `The follow-up with ${about('company')} is set for ${about('dueOn')}.`,
    MENTIONED: (about) => `${about('person')} mentions you in a comment on ${about('record')}.`,
    IMPORT_DONE: (about) => `The import of ${about('file')} is finished.`,
    IMPORT_REJECTED: (about) => `There are faults in ${about('file')}; nothing was imported.`,
    IMPORT_FAILED: (about) => `The import of ${about('file')} failed; nothing was imported.`,
    DUPLICATE_FOUND: (about) => `${about('company')} and ${about('other')} may be one company.`,
    REGISTER_DIFFERS: (about) => `The trade register tells otherwise about ${about('company')}.`,
    TARGET_BEHIND: (about) =>
      `Behind schedule: the target for “${about('indicators')}” of ${about('scope')} by ${about('dueOn')}.`,
    TARGET_MISSED: (about) =>
      `Missed: the target for “${about('indicators')}” of ${about('scope')} by ${about('dueOn')}.`,
    MAIL_GIVEN_UP: (about) =>
      about('count') === '1'
        ? 'An e-mail was not delivered and will not be sent again. The server log says why.'
        : `Delivery failed for ${about('count')} e-mails, which will not be sent again. The server log says why.`,
  },
};

/** What waits, in a sentence. */
export function notificationSentence(
  kind: NotificationKind,
  facts: Readonly<Record<string, string>>,
  language: Language,
): string {
  return SENTENCES[language][kind]((fact: string) => namedWord(fact, facts[fact] ?? '', language));
}
