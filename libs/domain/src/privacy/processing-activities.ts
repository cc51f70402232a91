import type { Localised } from '../vocabulary/languages';

/** How long things are kept, as administrators set it. */
export const RETENTION_TERMS = ['contactMonths', 'noteMonths', 'deletedDays', 'accountMonths'] as const;
export type RetentionTerm = (typeof RETENTION_TERMS)[number];

/** What a record of processing activities (GDPR 30) says of one; `{contactMonths}` stands for a term. */
export const PROCESSING_ASPECTS = [
  'purpose',
  'basis',
  'subjects',
  'data',
  'recipients',
  'retention',
  'measures',
] as const;
export type ProcessingAspect = (typeof PROCESSING_ASPECTS)[number];

export interface ProcessingActivity {
  code: string;
  name: Localised;
  aspects: Readonly<Record<ProcessingAspect, Localised>>;
}

const PUBLIC_TASK: Localised = {
  nl: 'Taak van algemeen belang: uitvoering en evaluatie van het programma (artikel 6, lid 1, onder e, AVG).',
  en: 'A task in the public interest: carrying out and evaluating the programme (article 6(1)(e) GDPR).',
};
const OWN_CENTRE: Localised = {
  nl: 'De coördinatoren van het fieldlab waar het is vastgelegd, en de beheerders.',
  en: 'The coordinators of the fieldlab where it was recorded, and the administrators.',
};
const NO_HISTORY: Localised = {
  nl: 'Geen versiegeschiedenis en niet in cijfers; in het logboek alleen als digest met een sleutel buiten de database.',
  en: 'No history of versions and not in figures; in the audit trail only as digests under a key outside the database.',
};

/** What the product does with data about people; who runs it adds what they do with it elsewhere. */
export const PROCESSING_ACTIVITIES: readonly ProcessingActivity[] = [
  {
    code: 'CONTACTS',
    name: { nl: 'Contactpersonen van bedrijven', en: 'Contacts of companies' },
    aspects: {
      purpose: {
        nl: 'Contact over deelname, navraag voor de evaluatie en uitnodigingen: bij elke persoon staat waarvoor.',
        en: 'Contact about participation, questions for the evaluation, and invitations: each person says which.',
      },
      basis: PUBLIC_TASK,
      subjects: { nl: 'Medewerkers van deelnemende bedrijven.', en: 'Staff of companies that take part.' },
      data: {
        nl: 'Naam, functie, e-mailadres en telefoonnummer van het werk.',
        en: 'Name, role, e-mail address and telephone number at work.',
      },
      recipients: OWN_CENTRE,
      retention: {
        nl: '{contactMonths} maanden, of tot de datum bij de persoon; daarna vanzelf gewist. Wat is verwijderd, wordt na {deletedDays} dagen gewist.',
        en: '{contactMonths} months, or until the date with the person; erased by itself after that. What was deleted is erased after {deletedDays} days.',
      },
      measures: NO_HISTORY,
    },
  },
  {
    code: 'NOTES',
    name: { nl: 'Notities en opvolging', en: 'Notes and follow-ups' },
    aspects: {
      purpose: { nl: 'Afspraken met bedrijven nakomen.', en: 'Keeping appointments with companies.' },
      basis: PUBLIC_TASK,
      subjects: { nl: 'Wie in een notitie wordt genoemd.', en: 'Whoever a note names.' },
      data: {
        nl: 'Vrije tekst van ten hoogste 10.000 tekens.',
        en: 'Free text of at most 10,000 characters.',
      },
      recipients: OWN_CENTRE,
      retention: {
        nl: '{noteMonths} maanden, of tot de datum bij de notitie; daarna vanzelf gewist. Wat is verwijderd, wordt na {deletedDays} dagen gewist.',
        en: '{noteMonths} months, or until the date with the note; erased by itself after that. What was deleted is erased after {deletedDays} days.',
      },
      measures: NO_HISTORY,
    },
  },
  {
    code: 'COMMENTS',
    name: { nl: 'Reacties', en: 'Comments' },
    aspects: {
      purpose: {
        nl: 'Overleg over een registratie, een rapport of een opgave.',
        en: 'Discussing a record, a report or a submission.',
      },
      basis: PUBLIC_TASK,
      subjects: {
        nl: 'Wie reageert, en wie in een reactie wordt genoemd.',
        en: 'Whoever comments, and whoever a comment names.',
      },
      data: {
        nl: 'Vrije tekst van ten hoogste 2.000 tekens, de schrijver, wie erin genoemd is en wanneer.',
        en: 'Free text of at most 2,000 characters, its author, whom it names, and when.',
      },
      recipients: {
        nl: 'Wie mag zien waar de reactie bij staat. Nooit openbaar.',
        en: 'Whoever may see what the comment is about. Never public.',
      },
      retention: {
        nl: 'Zolang de registratie er is. Ingetrokken tekst ziet niemand meer; na {deletedDays} dagen wordt die gewist.',
        en: 'For as long as the record is there. Nobody sees a text that was withdrawn; it is erased after {deletedDays} days.',
      },
      measures: {
        nl: 'Niet in cijfers en niet in bestanden; in het logboek alleen als digest met een sleutel buiten de database.',
        en: 'Neither in figures nor in files; in the audit trail only as digests under a key outside the database.',
      },
    },
  },
  {
    code: 'SOLE_TRADERS',
    name: { nl: 'Eenmanszaken', en: 'Sole traders' },
    aspects: {
      purpose: {
        nl: 'Deelname van bedrijven tellen; een eenmanszaak is ook een persoon.',
        en: 'Counting companies that take part; a sole trader is a person as well.',
      },
      basis: PUBLIC_TASK,
      subjects: { nl: 'Ondernemers met een eenmanszaak.', en: 'Entrepreneurs who trade in their own name.' },
      data: {
        nl: 'Naam, KvK-nummer, postcode, plaats, website, grootteklasse, sector en deelname.',
        en: 'Name, company number, postcode, town, website, size class, sector and participation.',
      },
      recipients: {
        nl: 'Wie is aangemeld, zonder de rol Lezer. Nooit openbaar: kleine aantallen worden onderdrukt.',
        en: 'Whoever is signed in, but for viewers. Never public: small numbers are suppressed.',
      },
      retention: {
        nl: 'Zolang het programma verantwoording aflegt. Op verzoek gewist tot op het nummer van de regel.',
        en: 'For as long as the programme gives account. On request erased to the id of the record.',
      },
      measures: {
        nl: 'In bestanden voor onderzoek zonder naam, nummer en adres; in het logboek alleen als digest.',
        en: 'In files for research without name, number and address; in the audit trail as digests alone.',
      },
    },
  },
  {
    code: 'ACCOUNTS',
    name: { nl: 'Gebruikers en aanmelden', en: 'Users and signing in' },
    aspects: {
      purpose: { nl: 'Toegang geven en misbruik tegengaan.', en: 'Giving access and preventing abuse.' },
      basis: PUBLIC_TASK,
      subjects: { nl: 'Wie met het register werkt.', en: 'Whoever works with the register.' },
      data: {
        nl: 'Naam, e-mailadres, rol, fieldlabs, bewaarde weergaven en startpagina; per sessie het apparaat, het netwerk en de tijd.',
        en: 'Name, e-mail address, role, fieldlabs, saved views and start page; of each session the device, the network and the time.',
      },
      recipients: { nl: 'De beheerders.', en: 'The administrators.' },
      retention: {
        nl: 'Zolang het account in gebruik is. {accountMonths} maanden na het einde vanzelf gewist; sessies als ze aflopen.',
        en: 'For as long as the account is in use. Erased by itself {accountMonths} months after its end; sessions when they expire.',
      },
      measures: {
        nl: 'Wachtwoorden met Argon2id, sessies en tokens alleen als digest, een tweede factor naar keuze.',
        en: 'Passwords with Argon2id, sessions and tokens as digests alone, a second factor by choice.',
      },
    },
  },
  {
    code: 'TRAIL',
    name: { nl: 'Logboek en geschiedenis', en: 'Audit trail and history' },
    aspects: {
      purpose: {
        nl: 'Verantwoorden wie wat wanneer heeft vastgelegd, gewijzigd en gepubliceerd.',
        en: 'Giving account of who recorded, changed and published what, and when.',
      },
      basis: {
        nl: 'Taak van algemeen belang en verantwoording van publiek geld (artikel 6, lid 1, onder e, en 17, lid 3, onder b, AVG).',
        en: 'A task in the public interest and the account of public money (articles 6(1)(e) and 17(3)(b) GDPR).',
      },
      subjects: { nl: 'Wie met het register werkt.', en: 'Whoever works with the register.' },
      data: {
        nl: 'Naam van wie iets deed, wat, wanneer en waarom.',
        en: 'The name of who did something, what, when and why.',
      },
      recipients: { nl: 'De beheerders.', en: 'The administrators.' },
      retention: {
        nl: 'Zolang het programma verantwoording aflegt. Een reden of tekst die iemand noemt, wordt op verzoek gewist.',
        en: 'For as long as the programme gives account. A reason or text that names somebody is erased on request.',
      },
      measures: {
        nl: 'Geketend en niet te wijzigen; persoonlijke waarden als digest met een sleutel buiten de database.',
        en: 'Chained and not to be changed; personal values as digests under a key outside the database.',
      },
    },
  },
  {
    code: 'FILES',
    name: { nl: 'Bewijsstukken en ingelezen bestanden', en: 'Evidence and imported files' },
    aspects: {
      purpose: {
        nl: 'Uitkomsten onderbouwen en gegevens overnemen.',
        en: 'Supporting outcomes and taking data over.',
      },
      basis: PUBLIC_TASK,
      subjects: { nl: 'Wie in een bestand wordt genoemd.', en: 'Whoever a file names.' },
      data: { nl: 'Wat het bestand bevat.', en: 'What the file holds.' },
      recipients: {
        nl: 'Wie de onderbouwde gegevens ziet; ingelezen bestanden wie ze inlas en de beheerders.',
        en: 'Whoever sees the supported record; imported files whoever imported them and the administrators.',
      },
      retention: {
        nl: 'Bewijs zolang het register; op verzoek gewist. Een ingelezen bestand tot het is verwerkt, foute rijen 30 dagen.',
        en: 'Evidence as long as the register; erased on request. An imported file until it was read, faulty rows 30 days.',
      },
      measures: {
        nl: 'Op inhoud gecontroleerd, buiten de website bewaard, desgewenst gescand op virussen.',
        en: 'Checked by their content, kept outside the web root, scanned for viruses where configured.',
      },
    },
  },
  {
    code: 'PUBLICATION',
    name: { nl: 'Openbare cijfers', en: 'Public figures' },
    aspects: {
      purpose: {
        nl: 'Openbaar verantwoorden wat het programma deed.',
        en: 'Giving public account of the programme.',
      },
      basis: PUBLIC_TASK,
      subjects: { nl: 'Niemand: er staan geen personen in.', en: 'Nobody: no persons are in it.' },
      data: {
        nl: 'Cijfers zonder namen; wat over enkele bedrijven zou vertellen, is onderdrukt.',
        en: 'Figures without names; what would tell of a few companies is suppressed.',
      },
      recipients: { nl: 'Iedereen.', en: 'Everybody.' },
      retention: { nl: 'Blijvend: een editie verandert nooit.', en: 'For good: an edition never changes.' },
      measures: {
        nl: 'Onderdrukking die ook tegen optellen en aftrekken bestand is, en een zegel.',
        en: 'Suppression that withstands adding and subtracting, and a seal.',
      },
    },
  },
];

/** A sentence with the terms that hold. */
export const withTerms = (sentence: string, terms: Readonly<Record<RetentionTerm, number>>): string =>
  RETENTION_TERMS.reduce((text, term) => text.replaceAll(`{${term}}`, String(terms[term])), sentence);
