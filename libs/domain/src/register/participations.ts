import { choice, date, note, reference, required } from './field';
import { defineKind } from './kind';
import { CENTRE, COMPANY, ENDED_ON, NOTE, STARTED_ON } from './shared-columns';

export const PARTICIPATIONS = defineKind({
  name: 'participation',
  one: { nl: 'Deelname', en: 'Participation' },
  many: { nl: 'Deelnames', en: 'Participations' },
  about: {
    nl: 'Welk bedrijf in welk fieldlab meedoet, op welk niveau en van wanneer tot wanneer. Alleen de niveaus deelnemer en partner tellen als deelname in de cijfers.',
    en: 'Which company takes part in which fieldlab, at which level, from when to when. Only participants and partners count as taking part in the figures.',
  },
  access: { as: 'participation', read: 'readers', write: 'coordinators' },
  counted: true,
  within: 'centreId',
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
  words: {
    centreId: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    startedOn: { nl: 'Sinds', en: 'Since' },
    endedOn: { nl: 'Einddatum', en: 'End date' },
    note: { nl: 'Toelichting', en: 'Note' },
    companyName: { nl: 'Bedrijf', en: 'Company' },
    centreName: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    centreCode: { nl: 'Code', en: 'Code' },
    lastDay: { nl: 'Tot en met', en: 'Until' },
  },
});
