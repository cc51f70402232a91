import { choice, date, name, reference, required } from './field';
import { defineKind } from './kind';
import { CENTRE, day, ENDED_ON, TITLE } from './shared-columns';

export const ACTIVITIES = defineKind({
  name: 'activity',
  one: { nl: 'Activiteit', en: 'Activity' },
  many: { nl: 'Activiteiten', en: 'Activities' },
  about: {
    nl: 'Workshops, trainingen, demonstraties en ander contact in de fieldlabs. Wie erbij was, telt mee als bereikt bedrijf.',
    en: 'Workshops, trainings, demonstrations and other contact in the fieldlabs. Companies that came count as reached.',
  },
  access: { as: 'activity', read: 'readers', write: 'coordinators' },
  counted: true,
  within: 'centreId',
  calledBy: 'title',
  fields: {
    centreId: required(reference('centres', CENTRE)),
    kind: required(
      choice('activityKind', {
        label: { nl: 'Soort', en: 'Kind' },
        help: { nl: 'Workshop, training, demonstratie, …', en: 'Workshop, training, demo, …' },
      }),
    ),
    title: required(name(TITLE)),
    heldOn: required(date(day('Datum', 'Held on', ['Gehouden op', 'Date']))),
    endedOn: date(ENDED_ON),
  },
  sheet: {
    label: { nl: 'Activiteiten', en: 'Activities' },
    help: { nl: 'Wat een praktijkomgeving organiseerde.', en: 'What a centre organised.' },
    hasRef: true,
  },
  period: { start: 'heldOn', end: 'endedOn' },
  words: {
    centreId: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    heldOn: { nl: 'Gehouden op', en: 'Held on' },
    endedOn: { nl: 'Einddatum', en: 'End date' },
    centreName: { nl: 'Fieldlab of hub', en: 'Fieldlab or hub' },
    lastDay: { nl: 'Tot en met', en: 'Until' },
    companiesPresent: { nl: 'Aanwezige bedrijven', en: 'Companies present' },
    peoplePresent: { nl: 'Aanwezige personen', en: 'People present' },
  },
});
