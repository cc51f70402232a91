import { DATED, IN_SEVERAL_CENTRES } from './additivity';
import { defineIndicator } from './definition';
import { PERIOD, EVERY_CLAIM_LEVEL, SEVERAL_CENTRES } from './phrases';

export const spin_offs = defineIndicator({
  code: 'spin_offs',
  version: 1,
  unit: 'count',
  kind: 'flow',
  counts: 'spinOff',
  placedBy: 'centre',
  addsUp: { ...IN_SEVERAL_CENTRES, ...DATED, claimLevel: 'sum' },
  sensitivity: 'never',
  title: { nl: 'Spin-offs', en: 'Spin-offs' },
  definition: {
    nl:
      'Het aantal nieuwe bedrijven dat uit een of meer praktijkomgevingen is voortgekomen en is opgericht ' +
      `${PERIOD.nl}, ook als het inmiddels is opgeheven. ${SEVERAL_CENTRES.nl} ${EVERY_CLAIM_LEVEL.nl}`,
    en:
      'The number of new companies that came out of one or more centres and were founded ' +
      `${PERIOD.en}, even if dissolved since. ${SEVERAL_CENTRES.en} ${EVERY_CLAIM_LEVEL.en}`,
  },
});
