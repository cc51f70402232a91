import { ACTIVITIES } from '../../register/activities';
import { ATTENDANCES } from '../../register/attendances';
import { CENTRES } from '../../register/centres';
import { COMPANIES } from '../../register/companies';
import { CONTACTS } from '../../register/contacts';
import { INVESTMENTS } from '../../register/investments';
import { NOTES } from '../../register/notes';
import { OUTCOMES } from '../../register/outcomes';
import { PARTICIPATIONS } from '../../register/participations';
import { SPIN_OFFS } from '../../register/spin-offs';
import { labelsOf } from '../../register/labels';

export const MOMENTS_NL = {
  createdAt: 'Toegevoegd',
  updatedAt: 'Laatst gewijzigd',
  deletedAt: 'Verwijderd op',
};
const common = { version: 'Versie', ...MOMENTS_NL };

/** What kinds of records and their fields are called: on screen, and at the head of the columns of a file. */
export const RECORDS_NL = {
  centres: {
    one: 'Praktijkomgeving',
    many: 'Fieldlabs & hubs',
    fields: {
      ...common,
      ...labelsOf(CENTRES, 'nl'),
      hubName: 'Hub',
      municipality: 'Plaats',
      startedOn: 'Gestart op',
      endedOn: 'Einddatum',
      lastDay: 'Laatste dag',
    },
  },
  companies: {
    one: 'Bedrijf',
    many: 'Bedrijven',
    fields: {
      ...common,
      ...labelsOf(COMPANIES, 'nl'),
      employees: 'Werknemers',
      municipality: 'Plaats',
      groupId: 'Moederbedrijf',
      centreCount: 'Fieldlabs & hubs',
      effectiveOn: 'Geldt vanaf',
      mergedIntoId: 'Samengevoegd met',
      companyId: 'Bedrijf',
      scheme: 'Register van het nummer',
      number: 'Nummer',
      validFrom: 'Geldt vanaf',
      validTo: 'Geldt tot',
      otherCentreCount: 'Andere fieldlabs & hubs',
    },
  },
  participations: {
    one: 'Deelname',
    many: 'Deelnames',
    fields: {
      ...common,
      ...labelsOf(PARTICIPATIONS, 'nl'),
      companyName: 'Bedrijf',
      centreId: 'Fieldlab of hub',
      centreName: 'Fieldlab of hub',
      centreCode: 'Code',
      startedOn: 'Sinds',
      endedOn: 'Einddatum',
      lastDay: 'Tot en met',
      note: 'Toelichting',
    },
  },
  activities: {
    one: 'Activiteit',
    many: 'Activiteiten',
    fields: {
      ...common,
      ...labelsOf(ACTIVITIES, 'nl'),
      centreId: 'Fieldlab of hub',
      centreName: 'Fieldlab of hub',
      heldOn: 'Gehouden op',
      endedOn: 'Einddatum',
      lastDay: 'Tot en met',
      companiesPresent: 'Aanwezige bedrijven',
      peoplePresent: 'Aanwezige personen',
    },
  },
  attendances: {
    one: 'Aanwezigheid',
    many: 'Aanwezigheid',
    fields: {
      ...common,
      ...labelsOf(ATTENDANCES, 'nl'),
      activityTitle: 'Activiteit',
      centreId: 'Fieldlab of hub',
      companyName: 'Bedrijf',
    },
  },
  investments: {
    one: 'Investering',
    many: 'Investeringen',
    fields: {
      ...common,
      ...labelsOf(INVESTMENTS, 'nl'),
      centreId: 'Fieldlab of hub',
      centreName: 'Fieldlab of hub',
      status: 'Stand',
      companyName: 'Bedrijf',
      note: 'Toelichting',
    },
  },
  'spin-offs': {
    one: 'Spin-off',
    many: 'Spin-offs',
    fields: {
      ...common,
      ...labelsOf(SPIN_OFFS, 'nl'),
      centreIds: 'Fieldlabs & hubs',
      parentCompanyName: 'Moederbedrijf',
      evidenceUrl: 'Bewijs (webadres)',
      evidenceCount: 'Bewijsstukken',
      centreNames: 'Fieldlabs & hubs',
    },
  },
  outcomes: {
    one: 'Resultaat',
    many: 'Resultaten',
    fields: {
      ...common,
      ...labelsOf(OUTCOMES, 'nl'),
      title: 'Omschrijving',
      companyName: 'Bedrijf',
      centreIds: 'Fieldlabs & hubs',
      evidenceUrl: 'Bewijs (webadres)',
      evidenceCount: 'Bewijsstukken',
      centreNames: 'Fieldlabs & hubs',
    },
  },
  merges: {
    one: 'Samenvoeging',
    many: 'Samenvoegingen',
    fields: {
      ...common,
      survivorId: 'Blijvend bedrijf',
      survivorName: 'Blijvend bedrijf',
      mergedId: 'Samengevoegd bedrijf',
      mergedName: 'Samengevoegd bedrijf',
      reason: 'Reden',
      fields: 'Overgenomen gegevens',
      takenOver: 'Overgenomen',
      actorName: 'Door',
    },
  },
  evidence: {
    one: 'Bewijsstuk',
    many: 'Bewijs',
    fields: {
      ...common,
      resource: 'Soort gegeven',
      recordId: 'Nummer van het gegeven',
      recordName: 'Gegeven',
      title: 'Titel',
      url: 'Webadres',
      fileName: 'Bestand',
      mediaType: 'Bestandstype',
      sha256: 'Vingerafdruk',
      bytes: 'Grootte (bytes)',
      centreIds: 'Fieldlabs & hubs',
      claimLevel: 'Onderbouwing',
    },
  },
  contacts: {
    one: 'Contactpersoon',
    many: 'Contactpersonen',
    fields: {
      ...common,
      ...labelsOf(CONTACTS, 'nl'),
      companyName: 'Bedrijf',
      centreId: 'Fieldlab of hub',
      centreName: 'Fieldlab of hub',
    },
  },
  notes: {
    one: 'Notitie',
    many: 'Notities en opvolging',
    fields: {
      ...common,
      ...labelsOf(NOTES, 'nl'),
      companyName: 'Bedrijf',
      centreId: 'Fieldlab of hub',
      centreName: 'Fieldlab of hub',
      state: 'Stand',
    },
  },
};

/** Dutch is written first, and a name that is missing elsewhere fails compilation. */
export type RecordNames = Names<typeof RECORDS_NL>;
type Names<T> = { [K in keyof T]: T[K] extends string ? string : Names<T[K]> };
