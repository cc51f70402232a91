import type { INestApplicationContext } from '@nestjs/common';
import { daysOfQuarter } from '@fieldlab/domain';
import { ReportLifecycleService } from '../../modules/reports/report-lifecycle.service';
import { ReportsService } from '../../modules/reports/reports.service';
import { lastQuarter } from './desk';
import type { People } from './people';

const FROM = '2015-01-01';
const LETTER = {
  title: 'Stand van het programma, voorjaar 2021',
  ...{ asOf: '2021-05-01', from: FROM, by: ['year'] as const },
  indicators: [
    ...[
      'companies_participated',
      'companies_participating',
      'companies_reached',
      'fieldlabs_active',
      'hubs_active',
    ],
    ...['investment_realised', 'spin_offs', 'production_starts'],
  ],
  text: `Sinds de start van het programma zijn {{companies_reached}} bedrijven bereikt. Daarvan namen er {{companies_participated}} deel aan een van de fieldlabs; op de peildatum doen er {{companies_participating}} mee. Het netwerk telt op die dag {{fieldlabs_active}} fieldlabs en {{hubs_active}} regionale hubs.

Samen met kennisinstellingen en overheden investeerden de bedrijven {{investment_realised}}. Uit de fieldlabs kwamen {{spin_offs}} nieuwe bedrijven voort, en {{production_starts}} bedrijven zijn begonnen met productie.`,
};

/** The letter of spring 2021, which everybody can read. */
export async function publishLetter(
  app: INestApplicationContext,
  { author, evaluator }: People,
): Promise<void> {
  const lifecycle = app.get(ReportLifecycleService);
  const { id } = await app.get(ReportsService).create(author, { ...LETTER, by: [...LETTER.by] });
  await lifecycle.submit(author, id);
  await lifecycle.approve(evaluator, id, undefined);
  await lifecycle.publish(evaluator, id);
}

/** A report on the quarter that ended last, which waits to be approved. */
export async function submitProgress(
  app: INestApplicationContext,
  { author }: People,
  today: string,
): Promise<void> {
  const quarter = lastQuarter(today);
  const { id } = await app.get(ReportsService).create(author, {
    title: `Voortgang tot en met ${quarter.replace('-Q', ', kwartaal ')}`,
    ...{ asOf: daysOfQuarter(quarter).lastDay, from: FROM, by: ['hub'] },
    indicators: [
      ...['companies_participated', 'companies_participating', 'people_trained'],
      ...['spin_offs', 'investment_realised'],
    ],
    text: 'Aan het eind van het kwartaal doen {{companies_participating}} bedrijven mee. Sinds de start namen er {{companies_participated}} deel, en telden de trainingen {{people_trained}} deelnemers.',
  });
  await app.get(ReportLifecycleService).submit(author, id);
}
