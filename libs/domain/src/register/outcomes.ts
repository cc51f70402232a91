import {
  choice,
  date,
  formed,
  name,
  quantity,
  reference,
  referenceList,
  required,
  withDefault,
} from './field';
import { defineKind } from './kind';
import { ACTIVITY, CENTRES, CLAIM_LEVEL, COMPANY, day, EVIDENCE_URL, TITLE } from './shared-columns';

export const OUTCOMES = defineKind({
  name: 'outcome',
  one: { nl: 'Resultaat', en: 'Outcome' },
  many: { nl: 'Resultaten', en: 'Outcomes' },
  about: {
    nl: 'Wat het bedrijven opleverde: nieuwe producten, diensten, banen en starts van productie. Elk resultaat telt op de dag waarop het behaald is.',
    en: 'What companies gained: new products, services, jobs and starts of production. Each counts on the day on which it was achieved.',
  },
  access: { as: 'outcome', read: 'readers', write: 'coordinators' },
  counted: true,
  within: 'centreIds',
  calledBy: 'title',
  fields: {
    kind: required(
      choice('outcomeKind', {
        label: { nl: 'Soort', en: 'Kind' },
        help: {
          nl: 'Nieuw product, nieuwe dienst, begonnen met productie of banen.',
          en: 'New product, new service, production start or jobs.',
        },
      }),
    ),
    title: required(name(TITLE)),
    companyId: required(reference('companies', COMPANY)),
    centreIds: required(referenceList('centres', CENTRES)),
    achievedOn: required(date(day('Behaald op', 'Achieved on', ['Datum', 'Date']))),
    quantity: withDefault(
      quantity(1_000_000_000, {
        label: { nl: 'Aantal', en: 'Quantity' },
        help: { nl: 'Leeg is 1; van banen het aantal fte.', en: 'Empty means 1; of jobs, the FTE.' },
      }),
      1,
    ),
    claimLevel: required(choice('claimLevel', CLAIM_LEVEL)),
    evidenceUrl: formed('webAddress', EVIDENCE_URL),
    activityId: reference('activities', ACTIVITY),
  },
  sheet: {
    label: { nl: 'Resultaten', en: 'Outcomes' },
    help: { nl: 'Wat bedrijven eraan overhielden.', en: 'What companies got out of it.' },
    hasRef: true,
  },
  words: {
    title: { nl: 'Omschrijving', en: 'Description' },
    centreIds: { nl: 'Fieldlabs & hubs', en: 'Fieldlabs & hubs' },
    evidenceUrl: { nl: 'Bewijs (webadres)', en: 'Evidence (web address)' },
    companyName: { nl: 'Bedrijf', en: 'Company' },
    evidenceCount: { nl: 'Bewijsstukken', en: 'Pieces of evidence' },
    centreNames: { nl: 'Fieldlabs & hubs', en: 'Fieldlabs & hubs' },
  },
});
