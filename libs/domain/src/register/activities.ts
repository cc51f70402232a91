import { choice, date, name, reference, required } from './field';
import { defineKind } from './kind';
import { CENTRE, day, ENDED_ON, TITLE } from './shared-columns';

export const ACTIVITIES = defineKind({
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
});
