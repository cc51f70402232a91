import { describe, expect, it } from 'vitest';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import { Spark } from './Spark';
import { StackedBars, type Bar } from './StackedBars';
import { Waterfall, type WaterfallRow } from './Waterfall';

/** From 832 to 640 companies, as a reconciliation tells it. */
const STEPS: WaterfallRow[] = [
  { key: 'from', label: 'Then', text: '832', from: 0, to: 832, isEnd: true },
  { key: 'off', label: 'Counted once', text: '−200', from: 832, to: 632, isEnd: false, door: '/why' },
  { key: 'on', label: 'Recorded since', text: '+8', from: 632, to: 640, isEnd: false },
  { key: 'to', label: 'Now', text: '640', from: 0, to: 640, isEnd: true },
];
const YEARS: Bar[] = [
  {
    ...{ key: '2020', label: '2020', to: '/figures?key=2020', total: 900 },
    parts: [
      { key: 'SMALL', label: 'Klein', value: 750 },
      { key: 'LARGE', label: 'Groot', value: 250 },
    ],
  },
  {
    ...{ key: '2021', label: '2021', to: '/figures?key=2021', total: 1500 },
    parts: [
      { key: 'SMALL', label: 'Klein', value: 1500 },
      { key: 'LARGE', label: 'Groot', value: 0 },
    ],
  },
];

/** Where each bar begins and how long it is, as shares of what is drawn on. */
const barsOf = (drawn: Element): { at: number; length: number; colour: string | null }[] =>
  [...drawn.querySelectorAll('svg')].map((svg) => {
    const bar = svg.querySelector('rect');
    const [whole, own] = [svg.getBoundingClientRect(), bar?.getBoundingClientRect()];
    if (!own) throw new Error('A row has no bar.');
    return {
      at: (own.left - whole.left) / whole.width,
      length: own.width / whole.width,
      colour: bar?.getAttribute('fill') ?? null,
    };
  });

describe.each(READINGS)('a waterfall, in $language', (reading) => {
  it('draws every step where the one before it ended, on one scale from zero', async () => {
    const { page } = await rendered(<Waterfall rows={STEPS} label="Why" />, reading);
    const bars = barsOf(page.container);
    const expected = [
      [0, 832],
      [632, 200],
      [632, 8],
      [0, 640],
    ] as const;
    for (const [index, [at, length]] of expected.entries()) {
      expect(bars[index]?.at).toBeCloseTo(at / 832, 2);
      expect(bars[index]?.length).toBeCloseTo(length / 832, 2);
    }
    const [then, off, on, now] = bars.map(({ colour }) => colour);
    expect(now).toBe(then);
    expect(new Set([then, off, on]).size).toBe(3);
  });

  it('says every step in words beside its bar, and leads on where there is more to see', async () => {
    const { page } = await rendered(<Waterfall rows={STEPS} label="Why" />, reading);
    const rows = page.getByRole('list', { name: 'Why' }).getByRole('listitem').elements();
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Then832',
      'Counted once−200',
      'Recorded since+8',
      'Now640',
    ]);
    const doors = page.getByRole('link').elements();
    expect(doors.map((door) => door.getAttribute('aria-label'))).toEqual(['Counted once: −200']);
    expect(doors[0]?.getAttribute('href')).toBe('/why');
  });

  it('shows what is below zero left of it, and the least change still', async () => {
    const below: WaterfallRow[] = [
      { key: 'from', label: 'Then', text: '10', from: 0, to: 10, isEnd: true },
      { key: 'off', label: 'Off', text: '−20', from: 10, to: -10, isEnd: false },
      { key: 'on', label: 'On', text: '+0.01', from: -10, to: -9.99, isEnd: false },
    ];
    const { page } = await rendered(<Waterfall rows={below} label="Why" />, reading);
    const [then, off, on] = barsOf(page.container);
    expect(then?.at).toBeCloseTo(0.5, 2);
    expect([off?.at, off?.length].map((share) => share?.toFixed(2))).toEqual(['0.00', '1.00']);
    expect(on?.length).toBeGreaterThan(0.002);
  });
});

describe.each(READINGS)('bars of parts, in $language', (reading) => {
  const word = wordIn(reading);

  it('are doors that say the whole and each part, and are as high as their parts', async () => {
    const { page } = await rendered(<StackedBars bars={YEARS} label="Companies" />, reading);
    const doors = page.getByRole('link').elements();
    expect(doors.map((door) => [door.getAttribute('aria-label'), door.getAttribute('href')])).toEqual([
      ['2020: 900 (Klein 750, Groot 250)', '/figures?key=2020'],
      [
        word(['2021: 1.500 (Klein 1.500, Groot 0)', '2021: 1,500 (Klein 1,500, Groot 0)']),
        '/figures?key=2021',
      ],
    ]);
    const heights = doors.map((door) =>
      [...(door.querySelector('div')?.children ?? [])].map((part) => part.getBoundingClientRect().height),
    );
    const whole = heights[1]?.[0] ?? 0;
    expect(whole).toBeGreaterThan(200);
    expect(heights[1]?.[1]).toBe(0);
    expect((heights[0]?.[0] ?? 0) / whole).toBeCloseTo(0.5, 1);
    expect((heights[0]?.[1] ?? 0) / whole).toBeCloseTo(250 / 1500, 1);
  });
});

describe('a figure year by year', () => {
  it('is one picture with one name, in which a year of nothing is seen too', async () => {
    const [reading] = READINGS;
    if (!reading) throw new Error('Nobody reads.');
    const { page } = await rendered(<Spark values={[0, 5, 10]} label="0, 5, 10" />, reading);
    const picture = page.getByRole('img', { name: '0, 5, 10' });
    await expect.element(picture).toBeVisible();
    const heights = [...picture.element().children].map((bar) => bar.getBoundingClientRect().height);
    expect(heights).toEqual([1, 14, 28]);
  });
});
