import { addDays } from '@fieldlab/domain';
import { happenings, type Happening } from './happenings';
import { ContinuedRows } from './continued-rows';
import { Random } from './random';
import type { State } from './state';

/** The last figures of the workbook that the contract names are those of this day. */
const LAST_COUNTED_DAY = '2021-05-01';

/** How often a month sees each. */
const A_MONTH: Readonly<Record<Happening, readonly [least: number, most: number]>> = {
  newcomer: [3, 6],
  secondCentre: [0, 2],
  step: [0, 2],
  ending: [1, 4],
  activity: [4, 6],
  investment: [3, 5],
  outcome: [2, 5],
  spinOff: [0, 1],
};

/** What changed of the centres: two that were planned opened, two closed. */
const CENTRES: readonly (readonly [code: string, column: 'started_on' | 'ended_on', day: string])[] = [
  ['FL-48', 'started_on', '2021-10-04'],
  ['FL-49', 'started_on', '2022-04-11'],
  ['FL-12', 'ended_on', '2024-01-01'],
  ['FL-33', 'ended_on', '2025-07-01'],
];

/**
 * Goes on with a register, day after day until `today`: firms join, step up and leave, centres train them, invest and
 * have results. The same register and day give the same rows, and a later day the same and more.
 */
export function continueUntil(state: State, today: string): ContinuedRows {
  const rows = new ContinuedRows();
  openAndClose(state, rows, today);
  for (let month = LAST_COUNTED_DAY.slice(0, 7); month <= today.slice(0, 7); month = nextMonth(month)) {
    for (const { day, happening, seed } of planOf(month)) {
      if (day > LAST_COUNTED_DAY && day <= today) {
        happenings[happening]({ state, rows, day, random: new Random(seed) });
      }
    }
  }
  return rows;
}

function openAndClose(state: State, rows: ContinuedRows, today: string): void {
  for (const [code, column, day] of CENTRES) {
    const place = state.places.find((one) => one.code === code);
    if (!place || day > today) continue;
    rows.add('centres', { code, kind: place.kind, name: place.name, [column]: day });
    if (column === 'started_on') place.startedOn = day;
    else place.endedOn = day;
  }
}

/** What happens in a month, in the order of its days. */
function planOf(month: string): { day: string; happening: Happening; seed: number }[] {
  const random = new Random(Number(month.replace('-', '')));
  const days = Number(addDays(`${nextMonth(month)}-01`, -1).slice(8));
  return Object.entries(A_MONTH)
    .flatMap(([happening, [least, most]]) =>
      random.times(least, most, () => ({
        day: `${month}-${String(random.int(1, days)).padStart(2, '0')}`,
        happening: happening as Happening,
        seed: random.int(1, 2 ** 31),
      })),
    )
    .sort((a, b) => a.day.localeCompare(b.day) || a.seed - b.seed);
}

const nextMonth = (month: string): string => addDays(`${month}-28`, 5).slice(0, 7);
