import ical from 'ical-generator';
import { wordOf, WORDS, type Language } from '@fieldlab/domain';
import type { CalendarEntry } from './calendar-feeds.repository';

const TEXTS: Record<Language, { name: string; round: (quarter: string) => string; followUp: string }> = {
  nl: { name: 'Fieldlabregister', round: (quarter) => `Opgave ${quarter} uiterlijk`, followUp: 'Opvolging' },
  en: { name: 'Fieldlab register', round: (quarter) => `Answer for ${quarter} due`, followUp: 'Follow-up' },
};
/** Programs that follow a calendar read it again after so long. */
const READ_AGAIN_SECONDS = 3600;

/** The entries as an iCalendar file (RFC 5545): whole days, which have no time zone. */
export function calendarOf(
  entries: readonly CalendarEntry[],
  { language, publicUrl }: { language: Language; publicUrl: string },
): string {
  const calendar = ical({
    name: TEXTS[language].name,
    prodId: { company: 'fieldlab', product: 'register', language: language.toUpperCase() },
    ttl: READ_AGAIN_SECONDS,
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.kind.toLowerCase()}-${entry.id}@fieldlab`,
      allDay: true,
      start: midnight(entry.on),
      end: midnight(entry.endedOn),
      stamp: entry.changedAt,
      summary: summaryOf(entry, language),
      url: `${publicUrl}${entry.path}`,
    });
  }
  return calendar.toString();
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

function summaryOf({ activity, quarter, centre }: CalendarEntry, language: Language): string {
  const texts = TEXTS[language];
  if (quarter !== null) return texts.round(wordOf(quarter, language));
  const what = activity === null ? texts.followUp : WORDS[language].activityKind[activity];
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} · ${centre ?? ''}`;
}
