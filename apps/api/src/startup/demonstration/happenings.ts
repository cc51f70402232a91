import { addDays } from '@fieldlab/domain';
import { companyName, spinOffName } from './company-names';
import type { ContinuedRows, Level, Row } from './continued-rows';
import { addressIn, provinceOf } from './places';
import type { Random } from './random';
import { pairOf, type Firm, type Open, type Place, type State } from './state';
import { activityTitle, outcomeTitle } from './titles';

interface Moment {
  state: State;
  rows: ContinuedRows;
  day: string;
  random: Random;
}

/** What can happen on a day. Each does nothing where nobody is left to whom it could happen. */
export const happenings = {
  newcomer: (moment: Moment): void => {
    const firm = foundFirm(moment);
    const place = anyPlace(moment);
    if (place) join(moment, firm, place);
  },

  secondCentre: (moment: Moment): void => {
    const [known, place] = [anyOpen(moment, 'PARTICIPANT', 'PARTNER'), anyPlace(moment)];
    if (known && place) join(moment, known.firm, place);
  },

  step: (moment: Moment): void => {
    const from = anyOpen(moment, 'REACHED', 'ENGAGED');
    if (!from) return;
    const { firm, code } = from;
    end(moment, from);
    begin(moment, { firm, code, level: 'PARTICIPANT', startedOn: moment.day });
  },

  ending: (moment: Moment): void => {
    const leaving = anyOpen(moment, 'PARTICIPANT', 'PARTICIPANT', 'PARTNER', 'ENGAGED');
    if (leaving) end(moment, leaving);
  },

  activity: (moment: Moment): void => {
    const { state, rows, random, day } = moment;
    const place = anyPlace(moment, 'FIELDLAB', 'HUB');
    if (!place) return;
    const kind = random.pick(['TRAINING', 'TRAINING', 'WORKSHOP', 'DEMO', 'SCAN', 'PILOT', 'MATCHMAKING']);
    const ref = rows.nextRef('activities');
    const title = activityTitle(random, kind, place.technologies);
    rows.add('activities', { ref, centre_code: place.code, kind, title, held_on: day });
    const near = state.open.filter(({ code }) => code === place.code).map(({ firm }) => firm);
    const come = random.times(3, 8, () =>
      random.pick(near.length > 0 && random.chance(0.8) ? near : state.firms),
    );
    for (const firm of new Map(come.map((one) => [one.number, one])).values()) {
      rows.add('attendances', { activity_ref: ref, company_ref: rows.refer(firm), people: random.int(1, 4) });
    }
  },

  investment: (moment: Moment): void => {
    const { rows, random, day } = moment;
    const place = anyPlace(moment);
    if (!place) return;
    const source = random.pick([
      ...['COMPANIES', 'COMPANIES', 'COMPANIES', 'KNOWLEDGE_INSTITUTES'],
      ...['NATIONAL', 'REGIONAL', 'EU'],
    ]);
    const payer =
      source === 'COMPANIES' && random.chance(0.4) ? anyOpen(moment, 'PARTNER', 'PARTICIPANT') : undefined;
    rows.add('investments', {
      ref: rows.nextRef('investments'),
      ...{ centre_code: place.code, source, dated_on: day },
      status: random.chance(0.85) ? 'REALISED' : 'COMMITTED',
      form: source === 'COMPANIES' && random.chance(0.3) ? 'IN_KIND' : 'CASH',
      amount_eur: random.int(16, 360) * 2500,
      ...(payer ? { company_ref: rows.refer(payer.firm) } : {}),
    });
  },

  outcome: (moment: Moment): void => {
    const { rows, random, day } = moment;
    const from = anyOpen(moment, 'PARTICIPANT', 'PARTNER');
    if (!from) return;
    const kind = random.pick([
      ...['NEW_PRODUCT', 'NEW_PRODUCT', 'NEW_SERVICE', 'NEW_SERVICE'],
      ...['JOBS', 'JOBS', 'JOBS', 'PRODUCTION_START'],
    ]);
    rows.add('outcomes', {
      ref: rows.nextRef('outcomes'),
      ...{
        kind,
        title: outcomeTitle(random, kind),
        company_ref: rows.refer(from.firm),
        centre_codes: from.code,
      },
      ...{ achieved_on: day, quantity: kind === 'JOBS' ? random.int(1, 14) : 1 },
      claim_level: random.pick(['SELF_REPORTED', 'CONFIRMED', 'CONFIRMED']),
    });
  },

  spinOff: (moment: Moment): void => {
    const { rows, random, day } = moment;
    const place = anyPlace(moment);
    if (!place || random.chance(0.4)) return;
    rows.add('spin_offs', {
      ref: rows.nextRef('spin_offs'),
      name: spinOffName(100 + rows.sheets.spin_offs.length),
      ...{
        founded_on: day,
        centre_codes: place.code,
        claim_level: random.pick(['SELF_REPORTED', 'CONFIRMED']),
      },
    });
  },
} satisfies Record<string, (moment: Moment) => void>;

export type Happening = keyof typeof happenings;

/** Numbers of the workbook end below this. */
const FIRST_NUMBER = 1000;

function foundFirm({ state, rows, random }: Moment): Firm {
  const serial =
    FIRST_NUMBER + rows.sheets.companies.filter(({ size_class: size }) => size !== undefined).length;
  const [sizeClass, employees] = random.pick<[string, number]>([
    ...([
      ['MICRO', random.int(2, 9)],
      ['SMALL', random.int(10, 49)],
      ['SMALL', random.int(10, 49)],
    ] as [string, number][]),
    ...([
      ['MEDIUM', random.int(50, 249)],
      ['MEDIUM', random.int(50, 249)],
      ['LARGE', random.int(250, 1800)],
    ] as [string, number][]),
  ]);
  const sbiCode = random.pick(['22290', '25620', '26110', '28990', '62010', '71120']);
  const firm = {
    number: String(serial).padStart(8, '0'),
    name: `${companyName(serial, { sbiCode })}${random.pick([' B.V.', ' B.V.', ' BV', ''])}`,
  };
  const address = addressIn(random, provinceOf(random)) as unknown as Row;
  rows.refer(firm, { ...address, size_class: sizeClass, employees, sbi_code: sbiCode });
  state.firms.push(firm);
  return firm;
}

function join(moment: Moment, firm: Firm, { code }: Place): void {
  if (moment.state.pairs.has(pairOf(firm, code))) return;
  const level = moment.random.pick<Level>([
    ...(['REACHED', 'ENGAGED', 'ENGAGED'] as const),
    ...(['PARTICIPANT', 'PARTICIPANT', 'PARTICIPANT', 'PARTICIPANT', 'PARTNER'] as const),
  ]);
  begin(moment, { firm, code, level, startedOn: moment.day });
}

function begin({ state, rows }: Moment, open: Open): void {
  state.pairs.add(pairOf(open.firm, open.code));
  state.open.push(open);
  rows.add('participations', rowOf(rows, open));
}

/** A participation of this very run gets its end; an earlier one is found by its start, and its blank is filled. */
function end({ state, rows, day }: Moment, open: Open): void {
  state.open.splice(state.open.indexOf(open), 1);
  rows.end(rowOf(rows, open), day);
}

const rowOf = (rows: ContinuedRows, { firm, code, level, startedOn }: Open): Row => ({
  ...{ company_ref: rows.refer(firm), centre_code: code, level, started_on: startedOn },
});

const SEASON_DAYS = 90;
const MOST_LOOKS = 100;

/** Somebody who has been in a centre for a season, at one of these levels. */
function anyOpen({ state, random, day }: Moment, ...levels: Level[]): Open | undefined {
  const since = addDays(day, -SEASON_DAYS);
  for (let looks = 0; looks < MOST_LOOKS && state.open.length > 0; looks += 1) {
    const open = random.pick(state.open);
    if (levels.includes(open.level) && open.startedOn < since && isOpen(state, open.code, day)) return open;
  }
  return undefined;
}

function anyPlace({ state, random, day }: Moment, ...kinds: string[]): Place | undefined {
  const able = state.places.filter(
    ({ kind, code }) =>
      (kinds.length === 0 ? kind === 'FIELDLAB' : kinds.includes(kind)) && isOpen(state, code, day),
  );
  return able.length === 0 ? undefined : random.pick(able);
}

function isOpen({ places }: State, code: string, day: string): boolean {
  const { startedOn = null, endedOn = null } = places.find((one) => one.code === code) ?? {};
  return startedOn !== null && startedOn <= day && (endedOn === null || day < endedOn);
}
