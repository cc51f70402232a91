import { DATED, IN_ONE_CENTRE } from './additivity';
import { defineIndicator } from './definition';
import { PERIOD } from './phrases';

export const people_trained = defineIndicator({
  code: 'people_trained',
  version: 1,
  unit: 'count',
  kind: 'flow',
  counts: 'attendance',
  placedBy: 'centre',
  addsUp: { ...IN_ONE_CENTRE, ...DATED },
  sensitivity: 'dominance',
  title: { nl: 'Trainingsdeelnames', en: 'Training attendances' },
  definition: {
    nl:
      `De som van het aantal aanwezige personen bij activiteiten van de soort training die zijn gehouden ${PERIOD.nl}. ` +
      'Wie aan twee trainingen deelneemt, telt twee keer. Een training telt op de dag waarop zij werd gehouden, een ' +
      'training van meer dagen op de eerste. Personen van alle soorten organisaties tellen mee, niet alleen van ' +
      'bedrijven.',
    en:
      `The sum of the people present at activities of the kind training that were held ${PERIOD.en}. One person in two ` +
      'trainings counts twice. A training counts on the day on which it was held, one of several days on the first. ' +
      'People of organisations of every type are counted, not of businesses only.',
  },
});
