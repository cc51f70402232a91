import type { Language } from '@fieldlab/domain';

export interface Reminder {
  name: string;
  period: string;
  dueOn: string;
  /** The names of the centres that are waited for. */
  centres: readonly string[];
  link: string;
}

const list = (centres: readonly string[]): string => centres.map((centre) => `- ${centre}`).join('\n');
const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
const quarterIn = (language: Language, period: string): string =>
  language === 'nl'
    ? `het ${Number(period.slice(-1))}e kwartaal van ${period.slice(0, 4)}`
    : `quarter ${period.slice(-1)} of ${period.slice(0, 4)}`;

/** The letter to somebody whose centres have not submitted. */
export const REMINDER_MAILS: Record<Language, (reminder: Reminder) => { subject: string; text: string }> = {
  nl: ({ name, period, dueOn, centres, link }) => ({
    subject: `Ronde ${period}: we wachten nog op uw opgave`,
    text: `Beste ${name},\n\nVan ${quarterIn('nl', period)} ontbreekt nog de opgave van:\n\n${list(centres)}\n\nDe uiterste dag is ${dayIn('nl', dueOn)}. Op deze pagina ziet u welke bedrijven meedoen; is er niets veranderd, dan is één klik genoeg:\n\n${link}\n`,
  }),
  en: ({ name, period, dueOn, centres, link }) => ({
    subject: `Round ${period}: we are waiting for your answer`,
    text: `Dear ${name},\n\nFor ${quarterIn('en', period)} we do not have the answer yet of:\n\n${list(centres)}\n\nIt is due on ${dayIn('en', dueOn)}. This page shows which companies take part; if nothing has changed, one click is enough:\n\n${link}\n`,
  }),
};
