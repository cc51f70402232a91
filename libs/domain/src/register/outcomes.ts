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
});
