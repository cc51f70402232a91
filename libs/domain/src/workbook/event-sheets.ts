import {
  ACTIVITY_REF,
  CENTRE_CODE,
  CENTRE_CODES,
  CLAIM_LEVEL,
  COMPANY_REF,
  ENDED_ON,
  EVIDENCE_URL,
  KVK_NUMBER,
  LAST_DAY,
  NAME,
  NOTE,
  REF,
  date,
  optional,
  type Sheet,
} from './columns';

/** What happened and what came of it. */

export const ACTIVITIES: Sheet = {
  name: 'activities',
  label: { nl: 'Activiteiten', en: 'Activities' },
  help: { nl: 'Wat een praktijkomgeving organiseerde.', en: 'What a centre organised.' },
  columns: [
    REF,
    CENTRE_CODE,
    {
      name: 'kind',
      type: 'activityKind',
      required: true,
      label: { nl: 'Soort', en: 'Kind' },
      help: { nl: 'Workshop, training, demonstratie, …', en: 'Workshop, training, demo, …' },
    },
    { ...NAME, name: 'title', label: { nl: 'Titel', en: 'Title' } },
    date('held_on', 'Datum', 'Held on', { required: true, aliases: ['Gehouden op', 'Date'] }),
    ENDED_ON,
    LAST_DAY,
  ],
};

export const ATTENDANCES: Sheet = {
  name: 'attendances',
  label: { nl: 'Aanwezigheid', en: 'Attendances' },
  aliases: ['Aanwezigheden', 'Aanwezigen', 'Attendance'],
  help: { nl: 'Eén rij per bedrijf en activiteit.', en: 'One row per company and activity.' },
  columns: [
    { ...ACTIVITY_REF, required: true },
    COMPANY_REF,
    {
      name: 'people',
      type: 'people',
      required: true,
      label: { nl: 'Personen', en: 'People' },
      aliases: ['Aantal personen', 'Aantal deelnemers'],
      help: { nl: 'Met hoeveel mensen het bedrijf kwam.', en: 'With how many people the company came.' },
    },
  ],
};

export const INVESTMENTS: Sheet = {
  name: 'investments',
  label: { nl: 'Investeringen', en: 'Investments' },
  help: { nl: 'Euro’s in een praktijkomgeving, per bron.', en: 'Euros put into a centre, by source.' },
  columns: [
    REF,
    CENTRE_CODE,
    {
      name: 'source',
      type: 'source',
      required: true,
      label: { nl: 'Bron', en: 'Source' },
      help: {
        nl: 'Bedrijven, kennisinstellingen, Rijk, regio of EU.',
        en: 'Companies, knowledge institutes, national, regional or EU.',
      },
    },
    {
      name: 'status',
      type: 'status',
      required: true,
      label: { nl: 'Status', en: 'Status' },
      help: { nl: 'Toegezegd of gerealiseerd.', en: 'Committed or realised.' },
    },
    {
      name: 'amount_eur',
      type: 'amount',
      required: true,
      label: { nl: 'Bedrag', en: 'Amount' },
      aliases: ['Bedrag in euro', 'Bedrag (EUR)', 'Amount in euro'],
      help: { nl: 'In euro, meer dan nul.', en: 'In euro, more than zero.' },
    },
    date('dated_on', 'Datum', 'Dated on', { required: true, aliases: ['Gedateerd op', 'Date'] }),
    {
      name: 'form',
      type: 'form',
      label: { nl: 'Vorm', en: 'Form' },
      help: {
        nl: 'In geld (ook als het leeg is) of in natura.',
        en: 'In cash (also when empty) or in kind.',
      },
    },
    {
      name: 'funder',
      type: 'text',
      label: { nl: 'Financier', en: 'Funder' },
      help: { nl: 'De regeling of het fonds.', en: 'The scheme or fund.' },
    },
    optional(COMPANY_REF),
    ACTIVITY_REF,
    NOTE,
  ],
};

export const SPIN_OFFS: Sheet = {
  name: 'spin_offs',
  label: { nl: 'Spin-offs', en: 'Spin-offs' },
  aliases: ['Nieuwe bedrijven'],
  help: { nl: 'Nieuwe bedrijven die eruit voortkwamen.', en: 'New companies that came out of it.' },
  columns: [
    REF,
    NAME,
    KVK_NUMBER,
    date('founded_on', 'Opgericht op', 'Founded on', { required: true, aliases: ['Oprichtingsdatum'] }),
    date('dissolved_on', 'Opgeheven op', 'Dissolved on', { aliases: ['Opheffingsdatum'] }),
    CENTRE_CODES,
    {
      ...optional(COMPANY_REF),
      name: 'parent_company_ref',
      label: { nl: 'Moederbedrijf', en: 'Parent company' },
    },
    CLAIM_LEVEL,
    EVIDENCE_URL,
  ],
};

export const OUTCOMES: Sheet = {
  name: 'outcomes',
  label: { nl: 'Resultaten', en: 'Outcomes' },
  help: { nl: 'Wat bedrijven eraan overhielden.', en: 'What companies got out of it.' },
  columns: [
    REF,
    {
      name: 'kind',
      type: 'outcomeKind',
      required: true,
      label: { nl: 'Soort', en: 'Kind' },
      help: {
        nl: 'Nieuw product, nieuwe dienst, begonnen met productie of banen.',
        en: 'New product, new service, production start or jobs.',
      },
    },
    { ...NAME, name: 'title', label: { nl: 'Titel', en: 'Title' } },
    COMPANY_REF,
    CENTRE_CODES,
    date('achieved_on', 'Behaald op', 'Achieved on', { required: true, aliases: ['Datum', 'Date'] }),
    {
      name: 'quantity',
      type: 'quantity',
      label: { nl: 'Aantal', en: 'Quantity' },
      help: { nl: 'Leeg is 1; van banen het aantal fte.', en: 'Empty means 1; of jobs, the FTE.' },
    },
    CLAIM_LEVEL,
    EVIDENCE_URL,
    ACTIVITY_REF,
  ],
};
