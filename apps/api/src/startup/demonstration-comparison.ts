import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { ComparisonsService } from '../modules/comparisons/comparisons.service';
import { UnitOfWork, type Authorship } from '../platform/database/unit-of-work';

const from = '2015-01-01';
const spring = '2021-05-01';
/** On these days the register gives the 314, about 367 and 370 million that were in print in spring 2021. */
const investmentDays = ['2019-12-31', '2021-03-10', spring];

const COMPARISON = {
  title: '551, 683 en 832 bedrijven, en 314, 367 en 370 miljoen euro: waarom ze alle kloppen',
  note: 'In het voorjaar van 2021 stonden deze cijfers naast elkaar in stukken van de overheid. Ze tellen elk iets anders, of op een andere dag.',
  chains: [
    ['companies_reached', 'companies_participated', 'companies_participating'].map((indicator) => ({
      indicator,
      asOf: spring,
      from,
    })),
    investmentDays.map((asOf) => ({ indicator: 'investment_realised', asOf, from })),
  ],
};

/** The figures that made people doubt, side by side, with every reason between them. */
export async function keepDemonstrationComparison(
  app: INestApplicationContext,
  authorship: Authorship & { actorName: string },
): Promise<void> {
  const service = app.get(ComparisonsService);
  const actor: Actor = { id: '', name: authorship.actorName, role: 'ADMIN', centreIds: [], requestId: '' };
  await app.get(UnitOfWork).run(authorship, (tx) => service.createWithin(tx, actor, COMPARISON));
}
