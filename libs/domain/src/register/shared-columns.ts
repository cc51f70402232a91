import type { FieldColumn } from './field';

/** Columns of the workbook that several kinds of record have. */

export const NAME: FieldColumn = {
  label: { nl: 'Naam', en: 'Name' },
  help: { nl: 'De naam voluit.', en: 'The full name.' },
};

export const TITLE: FieldColumn = { ...NAME, label: { nl: 'Titel', en: 'Title' } };

export const CENTRE: FieldColumn = {
  name: 'centre_code',
  label: { nl: 'Praktijkomgeving', en: 'Centre' },
  aliases: ['Fieldlab', 'Fieldlab of hub', 'Fieldlab or hub', 'Centrum', 'Code praktijkomgeving'],
  help: {
    nl: 'De code van het fieldlab of de hub, uit dit werkboek of uit het register.',
    en: 'The code of the fieldlab or hub, from this workbook or from the register.',
  },
};

export const CENTRES: FieldColumn = {
  name: 'centre_codes',
  label: { nl: 'Praktijkomgevingen', en: 'Centres' },
  aliases: ['Fieldlabs', 'Centra'],
  help: {
    nl: 'De codes van de fieldlabs en hubs waaruit het voortkwam, gescheiden door een puntkomma.',
    en: 'The codes of the fieldlabs and hubs it came out of, parted by a semicolon.',
  },
};

export const COMPANY: FieldColumn = {
  name: 'company_ref',
  label: { nl: 'Bedrijf', en: 'Company' },
  help: {
    nl: 'De verwijzing van het bedrijf op het blad Bedrijven.',
    en: 'The ref of the company on the sheet companies.',
  },
};

export const ACTIVITY: FieldColumn = {
  name: 'activity_ref',
  label: { nl: 'Activiteit', en: 'Activity' },
  help: {
    nl: 'De verwijzing van de activiteit op het blad Activiteiten.',
    en: 'The ref of the activity on the sheet activities.',
  },
};

export const day = (nl: string, en: string, aliases: readonly string[] = []): FieldColumn => ({
  label: { nl, en },
  help: { nl: 'Een datum, zoals 31-12-2020.', en: 'A date, such as 2020-12-31.' },
  aliases,
});

/** Of what is about people: asked for, as somebody decides it for all of them. */
export const RETAIN_UNTIL: FieldColumn = {
  ...day('Bewaren tot en met', 'Keep until', ['Bewaren tot', 'Bewaartermijn', 'Retain until']),
  help: {
    nl: 'Daarna vanzelf gewist. Leeg: de gewone termijn.',
    en: 'Erased by itself after that. Empty: the usual term.',
  },
  asked: true,
};

export const STARTED_ON = day('Startdatum', 'Started on', ['Begindatum', 'Start', 'Sinds', 'Since']);

export const ENDED_ON: FieldColumn = {
  label: { nl: 'Geëindigd op', en: 'Ended on' },
  help: {
    nl: 'De eerste dag waarop het niet meer geldt. Vul dit of de laatste dag in, of niets als het nog loopt.',
    en: 'The first day on which it no longer holds. Fill in this or the last day, or neither while it goes on.',
  },
};

export const NOTE: FieldColumn = {
  label: { nl: 'Notitie', en: 'Note' },
  aliases: ['Toelichting', 'Opmerking', 'Opmerkingen'],
  help: { nl: 'Vrije tekst; telt nergens mee.', en: 'Free text; never counted.' },
};

export const KVK_NUMBER: FieldColumn = {
  label: { nl: 'KvK-nummer', en: 'KvK number' },
  aliases: ['KvK', 'Chamber of Commerce number'],
  help: {
    nl: 'Acht cijfers. Geef de kolom de opmaak tekst, anders vallen nullen vooraan weg.',
    en: 'Eight digits. Give the column a text format, or leading zeros are lost.',
  },
};

export const PROVINCE: FieldColumn = {
  label: { nl: 'Provincie', en: 'Province' },
  help: { nl: 'De naam of de code, zoals NL-DR.', en: 'Its name or its code, such as NL-DR.' },
};

export const MUNICIPALITY: FieldColumn = {
  label: { nl: 'Gemeente', en: 'Municipality' },
  aliases: ['Plaats', 'Vestigingsplaats'],
  help: { nl: 'De gemeente of plaats.', en: 'The municipality or town.' },
};

export const WEBSITE: FieldColumn = {
  label: { nl: 'Website', en: 'Website' },
  help: { nl: 'Het webadres.', en: 'The web address.' },
};

export const CLAIM_LEVEL: FieldColumn = {
  label: { nl: 'Onderbouwing', en: 'Claim level' },
  aliases: ['Bewijsniveau', 'Claimniveau'],
  help: {
    nl: 'Eigen opgave, bevestigd door de coördinator, of met bewijs.',
    en: 'Self-reported, confirmed by the coordinator, or evidenced.',
  },
};

export const EVIDENCE_URL: FieldColumn = {
  label: { nl: 'Bewijsstuk', en: 'Evidence' },
  aliases: ['Bewijs', 'Link naar bewijs', 'Evidence link'],
  help: { nl: 'Een link naar het bewijsstuk.', en: 'A link to the evidence.' },
};
