export interface CalendarPeriod {
  /** `2021` or `2021-Q1`. */
  key: string;
  firstDay: string;
  lastDay: string;
}

/** Every year or quarter from the one of the first day to the one of the last, both included. */
export function periodsBetween(by: 'year' | 'quarter', first: string, last: string): CalendarPeriod[] {
  const years = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    years.push(String(year).padStart(4, '0'));
  }
  const all = by === 'year' ? years.map(wholeYear) : years.flatMap(quartersOf);
  return all.filter(({ firstDay, lastDay }) => lastDay >= first && firstDay <= last);
}

function wholeYear(year: string): CalendarPeriod {
  return { key: year, firstDay: `${year}-01-01`, lastDay: `${year}-12-31` };
}

function quartersOf(year: string): CalendarPeriod[] {
  return [
    { key: `${year}-Q1`, firstDay: `${year}-01-01`, lastDay: `${year}-03-31` },
    { key: `${year}-Q2`, firstDay: `${year}-04-01`, lastDay: `${year}-06-30` },
    { key: `${year}-Q3`, firstDay: `${year}-07-01`, lastDay: `${year}-09-30` },
    { key: `${year}-Q4`, firstDay: `${year}-10-01`, lastDay: `${year}-12-31` },
  ];
}
