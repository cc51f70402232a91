import type { Language } from '@fieldlab/domain';
import type { LinkPurpose } from './one-time-links.repository';

export interface MailText {
  subject: string;
  text: string;
}

type Letter = (name: string, link: string, hours: number) => MailText;

const days = (hours: number): number => Math.round(hours / 24);

/** Letters that hold a link which works once. */
export const LINK_MAILS: Record<LinkPurpose, Record<Language, Letter>> = {
  INVITATION: {
    nl: (name, link, hours) => ({
      subject: 'Uitnodiging voor het fieldlabregister',
      text: `Beste ${name},\n\nEr is een account voor u gemaakt in het fieldlabregister. Kies een wachtwoord via deze link:\n\n${link}\n\nDe link werkt één keer, en tot ${days(hours)} dagen na deze mail. Verwacht u deze uitnodiging niet? Dan hoeft u niets te doen.\n`,
    }),
    en: (name, link, hours) => ({
      subject: 'Invitation to the fieldlab register',
      text: `Dear ${name},\n\nAn account was made for you in the fieldlab register. Choose a password by this link:\n\n${link}\n\nThe link works once, and until ${days(hours)} days after this message. If you did not expect this invitation, you need not do anything.\n`,
    }),
  },
  PASSWORD_RESET: {
    nl: (name, link, hours) => ({
      subject: 'Nieuw wachtwoord kiezen',
      text: `Beste ${name},\n\nIemand, waarschijnlijk u, vroeg om een nieuw wachtwoord voor het fieldlabregister. Kies het via deze link:\n\n${link}\n\nDe link werkt één keer, en tot ${hours} uur na deze mail. Vroeg u dit niet? Dan blijft uw wachtwoord zoals het is.\n`,
    }),
    en: (name, link, hours) => ({
      subject: 'Choose a new password',
      text: `Dear ${name},\n\nSomebody, probably you, asked for a new password for the fieldlab register. Choose it by this link:\n\n${link}\n\nThe link works once, and until ${hours} hours after this message. If you did not ask for it, your password stays as it is.\n`,
    }),
  },
};

/** Told to the owner of an account whenever what protects it changed, so that a thief does not go unnoticed. */
export type SecurityNotice =
  'PASSWORD_CHANGED' | 'SECOND_FACTOR_ADDED' | 'SECOND_FACTOR_REMOVED' | 'PROVIDER_LINKED';

const NOTICES: Record<SecurityNotice, Record<Language, string>> = {
  PASSWORD_CHANGED: { nl: 'Uw wachtwoord is gewijzigd', en: 'Your password was changed' },
  SECOND_FACTOR_ADDED: { nl: 'Een tweede factor is ingesteld', en: 'A second factor was set up' },
  SECOND_FACTOR_REMOVED: { nl: 'Uw tweede factor is verwijderd', en: 'Your second factor was removed' },
  PROVIDER_LINKED: {
    nl: 'Uw account is gekoppeld aan een andere aanmelddienst',
    en: 'Your account was linked to another sign-in service',
  },
};

export function noticeMail(notice: SecurityNotice, language: Language, name: string): MailText {
  const what = NOTICES[notice][language];
  const text =
    language === 'nl'
      ? `Beste ${name},\n\n${what}. Was u dit niet zelf? Vraag dan meteen een nieuw wachtwoord aan en waarschuw de beheerder.\n`
      : `Dear ${name},\n\n${what}. If this was not you, ask for a new password at once and warn the administrator.\n`;
  return { subject: what, text };
}
