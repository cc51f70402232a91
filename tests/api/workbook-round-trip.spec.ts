import { ORGANISATION_TYPES, PARTICIPATION_LEVELS, SIZE_CLASSES } from '@fieldlab/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { download } from '../support/exported-workbook';
import { Random } from '../support/random';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

/** Whatever the register accepts comes back in its own workbook: nothing is refused there, and nothing differs. */
describe('the register as a workbook, read in again', () => {
  let register: TestRegister;
  let admin: Caller;
  beforeAll(async () => {
    register = await startTestRegister();
    admin = await register.as('ADMIN');
  });
  afterAll(() => register.close());

  it.each([1, 2, 3])('differs in nothing: register %i', { timeout: 120_000 }, async (seed) => {
    const accepted = await fill(admin, new Random(seed));
    // Of each kind enough, for a register that was refused throughout comes back as well.
    for (const [path, count] of Object.entries(accepted)) expect([path, count > 2]).toEqual([path, true]);
    expect(await mergeSome(admin, new Random(seed))).toBeGreaterThan(2);
    for (const language of ['nl', 'en']) {
      const { body: file } = await download(
        admin.get('/workbook.xlsx').set('Accept-Language', language).expect(200),
      );
      const answer = await checked(admin, file as Buffer);
      expect({ language, faults: answer.faults, changes: answer.changes }).toEqual({
        ...{ language, faults: [], changes: [] },
      });
      const touched = Object.values(answer.counts).filter(({ created, updated }) => created + updated > 0);
      expect(touched).toEqual([]);
    }
  });
});

/** Merges companies that records hang from, some of them in chains, with what the survivor takes over. @returns how many */
async function mergeSome(admin: Caller, random: Random): Promise<number> {
  const { body } = await admin.get('/companies?perPage=100').expect(200);
  let firms = (body as { data: { id: string }[] }).data.map(({ id }) => id);
  let merged = 0;
  for (let count = 0; count < 6; count += 1) {
    const [survivorId, mergedId] = [random.pick(firms), random.pick(firms)];
    const fields = random.some(['name', 'postcode', 'municipality', 'website'], 0.5);
    const { status } = await admin.post('/merges', { survivorId, mergedId, fields });
    expect([201, 400, 409]).toContain(status);
    if (status !== 201) continue;
    merged += 1;
    firms = firms.filter((id) => id !== mergedId);
  }
  return merged;
}

interface Checked {
  status: string;
  faults: unknown[];
  changes: unknown[];
  counts: Record<string, { created: number; updated: number }>;
}

async function checked(admin: Caller, file: Buffer): Promise<Checked> {
  const { body: begun } = await admin
    .post('/imports?dryRun=true&update=true')
    .attach('file', file, 'register.xlsx')
    .expect(202);
  for (;;) {
    const { body } = await admin.get(`/imports/${(begun as { id: string }).id}`).expect(200);
    if (!['QUEUED', 'RUNNING'].includes((body as Checked).status)) return body as Checked;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Asks for records of every kind with values from the edges; the register refuses some. @returns how many it took */
async function fill(admin: Caller, random: Random): Promise<Record<string, number>> {
  const ids: Record<string, string[]> = {};
  const make = async (path: string, body: object): Promise<void> => {
    const answer = await admin.post(`/${path}`, body);
    expect([201, 400, 409]).toContain(answer.status);
    if (answer.status === 201) (ids[path] ??= []).push((answer.body as { id: string }).id);
  };
  const one = (path: string): string | undefined => (ids[path] ? random.pick(ids[path]) : undefined);
  const values = new Values(random);
  const makers: Record<string, () => object> = {
    centres: () => values.centre(),
    companies: () => values.company(),
    activities: () => ({ ...values.activity(), centreId: one('centres') }),
    participations: () => ({
      ...values.participation(),
      companyId: one('companies'),
      centreId: one('centres'),
    }),
    attendances: () => ({
      ...{ activityId: one('activities'), companyId: one('companies') },
      people: random.pick([1, 2, 30, 9999]),
    }),
    investments: () => ({
      ...{ ...values.investment(), centreId: one('centres') },
      ...values.maybe('companyId', () => one('companies')),
      ...values.maybe('activityId', () => one('activities')),
    }),
    'spin-offs': () => ({
      ...{ ...values.spinOff(), centreIds: [...new Set([one('centres'), one('centres')])] },
      ...values.maybe('parentCompanyId', () => one('companies')),
    }),
    outcomes: () => ({
      ...{ ...values.outcome(), companyId: one('companies') },
      centreIds: [...new Set([one('centres'), one('centres')])],
      ...values.maybe('activityId', () => one('activities')),
    }),
  };
  for (const [path, body] of Object.entries(makers))
    for (let count = 0; count < 25; count += 1) await make(path, body());
  return Object.fromEntries(Object.keys(makers).map((path) => [path, ids[path]?.length ?? 0]));
}

/** Values that people type and spreadsheets maul: dates at both ends, texts that look like something else. */
class Values {
  private made = 0;
  constructor(private readonly random: Random) {}

  maybe = (name: string, value: () => unknown): object =>
    this.random.chance(0.5) ? { [name]: value() } : {};

  private text(): string {
    this.made += 1;
    return `${this.random.pick(TEXTS)} ${this.random.pick(TEXTS)} ${this.made}`;
  }

  private day = (): string => this.random.pick(DAYS);

  /** A first day, and perhaps a last one that does not lie before it. */
  private period(): object {
    const [startedOn = '', lastDay = ''] = [this.day(), this.day()].sort();
    return { startedOn, ...this.maybe('lastDay', () => lastDay) };
  }

  centre(): object {
    this.made += 1;
    return {
      ...{ code: `${this.random.pick(CODES)}${this.made}`, name: this.text(), kind: 'FIELDLAB' },
      ...this.maybe('municipality', () => this.random.pick(TEXTS)),
      ...this.maybe('province', () => this.random.pick(['NL-OV', 'NL-DR'])),
      ...this.maybe('technologies', () => this.random.some(TECHNOLOGIES, 0.5)),
      ...this.maybe('website', () => this.random.pick(ADDRESSES)),
      ...(this.random.chance(0.7) ? this.period() : this.maybe('lastDay', this.day)),
    };
  }

  company(): object {
    this.made += 1;
    return {
      name: this.text(),
      ...this.maybe('kvkNumber', () => String(this.made).padStart(8, '0')),
      ...this.maybe('foreignNumber', () => `${this.random.pick(['007', '1E5', '12-03', '=1'])}-${this.made}`),
      ...this.maybe('country', () => this.random.pick(['NL', 'BE', 'DE'])),
      ...this.maybe('organisationType', () => this.random.pick(ORGANISATION_TYPES)),
      ...this.maybe('sizeClass', () => this.random.pick(SIZE_CLASSES)),
      ...this.maybe('employees', () => this.random.pick([0, 1, 10_000_000])),
      ...this.maybe('sbiCode', () => this.random.pick(['01', '0111', '62', '721', '002562'])),
      ...this.maybe('sbiVersion', () => this.random.pick(['SBI2008', 'SBI2025'])),
      ...this.maybe('postcode', () => this.random.pick(['1234 AB', '01067', '1E3'])),
      ...this.maybe('legalForm', () => this.random.pick(['B.V.', 'TRUE', 'eenmanszaak'])),
      ...this.maybe('municipality', () => this.random.pick(TEXTS)),
      ...this.maybe('province', () => this.random.pick(['NL-OV', 'BE-VAN', 'DE-SN'])),
      ...this.maybe('website', () => this.random.pick(ADDRESSES)),
    };
  }

  activity = (): object => ({
    ...{ kind: this.random.pick(['TRAINING', 'DEMO']), title: this.text(), heldOn: this.day() },
  });

  participation = (): object => ({
    ...{ level: this.random.pick(PARTICIPATION_LEVELS), ...this.period() },
    ...this.maybe('note', () => this.random.pick(NOTES)),
  });

  investment = (): object => ({
    ...{ source: this.random.pick(['COMPANIES', 'EU']), status: this.random.pick(['COMMITTED', 'REALISED']) },
    ...{ amountEur: this.random.pick(['0.01', '1.10', '1234567890.99', '250000.00']), datedOn: this.day() },
    ...this.maybe('form', () => this.random.pick(['CASH', 'IN_KIND'])),
    ...this.maybe('funder', () => this.text()),
    ...this.maybe('note', () => this.random.pick(NOTES)),
  });

  spinOff = (): object => ({
    ...{ name: this.text(), foundedOn: this.day(), claimLevel: 'SELF_REPORTED' },
    ...this.maybe('kvkNumber', () => String((this.made += 1)).padStart(8, '9')),
  });

  outcome = (): object => ({
    ...{ kind: this.random.pick(['NEW_PRODUCT', 'JOBS']), title: this.text(), achievedOn: this.day() },
    ...this.maybe('quantity', () => this.random.pick([1, 2.5, 40])),
    ...{ claimLevel: 'EVIDENCED', evidenceUrl: this.random.pick(ADDRESSES) },
  });
}

const DAYS = [
  '1900-01-01',
  '1900-02-28',
  '1900-03-01',
  '1904-01-01',
  '1969-12-31',
  '2000-02-29',
  '2021-05-01',
].concat(['2024-02-29', '2026-11-28', '2199-12-30', '2199-12-31']);
const CODES = ['FL-', 'fl_', '0', '1E', '=', 'A.b', '12-'];
const TECHNOLOGIES = ['AI', 'a, b', '=SUM(A1)', 'TRUE', '3D-printen', '"q"'];
const ADDRESSES = ['https://example.org/a;b', 'https://example.org/?q=%20&x=1,2', 'http://example.org/#=x'];
const NOTES = [
  'Eerste regel\nTweede regel',
  '=1+1',
  '- punt',
  "'s avonds",
  '  ingesprongen in het midden  x',
];
const TEXTS = [
  ...['=1+1', '+31 6', '-', '@naam', "'s-Hertogenbosch", '"Aanhaling"', '00123', '1E5', '12-03-2021', 'TRUE'],
  ...[
    '#N/A',
    'naïef',
    'Łódź',
    'Ørsted',
    'Straße',
    '株式会社',
    '😀',
    'A;B',
    'A, B',
    'A|B',
    'x'.repeat(120),
    '<b>',
    '&amp;',
  ],
  ...['_x0041_', '€ 5', '5 %', '½', 'Smit & Zn.', 'null', 'NaN', '1.000,50'],
];
