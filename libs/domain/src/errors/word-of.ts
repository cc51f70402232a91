import { isCalendarDate } from '../calendar';
import { isQuarter } from '../rounds/quarter';
import { isParticipationLevel } from '../vocabulary/enumerations';
import type { Language } from '../vocabulary/languages';
import { WORDS } from '../vocabulary/words';

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** A value as people say it: `2019-03-03` → `3 maart 2019`, `PARTNER` → `partner`; what is none of these as it is. */
export function wordOf(value: string, language: Language): string {
  if (isCalendarDate(value)) return dateText(value, LOCALES[language]);
  if (isParticipationLevel(value)) return WORDS[language].level[value];
  if (isQuarter(value)) return quarterText(value, language);
  return value;
}

const dateText = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

const quarterText = (quarter: string, language: Language): string =>
  language === 'nl'
    ? `${quarter.slice(-1)}e kwartaal ${quarter.slice(0, 4)}`
    : `Q${quarter.slice(-1)} ${quarter.slice(0, 4)}`;
