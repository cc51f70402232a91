import { describe, expect, it } from 'vitest';
import { picksNamed } from './picks';

const PICKS = [
  { source: '{{a}}', title: 'Bereikte bedrijven' },
  { source: '{{a:province=NL-NB}}', title: 'Bereikte bedrijven', part: 'Noord-Brabant' },
  { source: '{{b}}', title: 'Nieuwe bedrijven' },
  { source: '{{c}}', title: 'Directe banen' },
];
const named = (query: string): string[] => picksNamed(PICKS, query).map(({ source }) => source);

describe(picksNamed.name, () => {
  it.each([
    ['', ['{{a}}', '{{b}}', '{{c}}']],
    ['bed', ['{{a}}', '{{b}}', '{{a:province=NL-NB}}']],
    ['Nieuwe', ['{{b}}']],
    ['bed noord', ['{{a:province=NL-NB}}']],
    ['edrijven', []],
  ])('finds by "%s" %j', (query, sources) => {
    expect(named(query)).toEqual(sources);
  });
});
