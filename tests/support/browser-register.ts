import { publishApproved } from './publishing';
import type { Caller } from './register';

export interface SmallRegister {
  companyId: string;
  centreId: string;
  participationId: string;
  activityId: string;
  investmentId: string;
  spinOffId: string;
  outcomeId: string;
  comparisonId: string;
  reportId: string;
  targetId: string;
  roundId: string;
  userId: string;
  auditEventId: string;
}

/** One of everything, so that no screen is empty. */
export async function fillSmallRegister(admin: Caller): Promise<SmallRegister> {
  const make = async (path: string, body: object): Promise<string> => {
    const { body: record } = await admin.post(path, body).expect(201);
    return record.id as string;
  };
  const centreId = await make('/centres', {
    code: 'FL-1',
    kind: 'FIELDLAB',
    name: 'Fieldlab Lassen',
    province: 'NL-OV',
    municipality: 'Enschede',
    startedOn: '2016-01-01',
  });
  const companyId = await make('/companies', {
    name: 'Van Dijk Metaal B.V.',
    kvkNumber: '12345678',
    municipality: 'Hengelo',
    province: 'NL-OV',
    sizeClass: 'SMALL',
  });
  const participationId = await make('/participations', {
    companyId,
    centreId,
    level: 'PARTICIPANT',
    startedOn: '2019-03-03',
  });
  const activityId = await make('/activities', {
    centreId,
    kind: 'TRAINING',
    title: 'Lassen met cobots',
    heldOn: '2020-02-04',
  });
  await make('/attendances', { activityId, companyId, people: 3 });
  const investmentId = await make('/investments', {
    centreId,
    source: 'COMPANIES',
    status: 'REALISED',
    amountEur: '125000.00',
    datedOn: '2020-05-01',
  });
  const spinOffId = await make('/spin-offs', {
    name: 'Nova Robotics B.V.',
    foundedOn: '2020-06-01',
    centreIds: [centreId],
    claimLevel: 'SELF_REPORTED',
  });
  const outcomeId = await make('/outcomes', {
    kind: 'NEW_PRODUCT',
    title: 'Modulaire lasrobot',
    companyId,
    centreIds: [centreId],
    achievedOn: '2020-09-01',
    claimLevel: 'CONFIRMED',
  });
  const comparisonId = await make('/comparisons', {
    title: 'Waarom bereikt en deelnemend verschillen',
    chains: [
      [
        { indicator: 'companies_reached', asOf: '2021-05-01' },
        { indicator: 'companies_participating', asOf: '2021-05-01' },
      ],
    ],
  });
  const reportId = await make('/reports', {
    title: 'Brief aan het parlement',
    asOf: '2021-05-01',
    indicators: ['companies_participated', 'investment_realised'],
    by: ['province', 'year'],
    text: '## Samenvatting\n\n**{{companies_participated}}** bedrijven namen deel:\n\n- {{companies_participated:province=NL-OV}} in Overijssel',
  });
  const targetId = await make('/targets', {
    indicator: 'companies_participated',
    dueOn: '2030-12-31',
    value: 25,
  });
  const roundId = await make('/rounds', { period: '2021-Q1', dueOn: '2021-04-15' });
  const { body: trail } = await admin.get('/audit-events?perPage=1').expect(200);
  const [{ id: auditEventId }] = trail.data as [{ id: string }];
  const { body: users } = await admin.get('/users?perPage=1').expect(200);
  const [{ id: userId }] = users.data as [{ id: string }];
  return {
    ...{ companyId, centreId, participationId, activityId, comparisonId, reportId, targetId, roundId },
    ...{ investmentId, spinOffId, outcomeId, userId, auditEventId },
  };
}

/** Publishes an edition of a report, which takes two; answers where everybody reads it. */
export async function publishEdition(author: Caller, approver: Caller): Promise<string> {
  const report = {
    title: 'Stand van het programma',
    asOf: '2021-05-01',
    indicators: ['companies_participated'],
    by: ['province'],
    text: '**{{companies_participated}}** bedrijven namen deel.',
  };
  const { body } = await author.post('/reports', report).expect(201);
  const { id } = body as { id: string };
  await author.post(`/reports/${id}/submit`).expect(200);
  await approver.post(`/reports/${id}/approve`).expect(200);
  await publishApproved(approver, id);
  return `/public/reports/${id}/editions/1`;
}
