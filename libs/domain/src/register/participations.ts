import { choice, date, note, reference, required } from './field';
import { defineKind } from './kind';
import { CENTRE, COMPANY, ENDED_ON, NOTE, STARTED_ON } from './shared-columns';

export const PARTICIPATIONS = defineKind({
  fields: {
    companyId: required(reference('companies', COMPANY)),
    centreId: required(reference('centres', CENTRE)),
    level: required(
      choice('level', {
        label: { nl: 'Niveau', en: 'Level' },
        help: {
          nl: 'Bereikt, actief, deelnemer of partner.',
          en: 'Reached, engaged, participant or partner.',
        },
      }),
    ),
    startedOn: required(date(STARTED_ON)),
    endedOn: date(ENDED_ON),
    note: note(NOTE),
  },
  sheet: {
    label: { nl: 'Deelnames', en: 'Participations' },
    help: {
      nl: 'Deelnames van één bedrijf in één praktijkomgeving overlappen elkaar nooit.',
      en: 'Participations of one company in one centre never overlap.',
    },
    hasRef: false,
  },
  period: { start: 'startedOn', end: 'endedOn' },
});
