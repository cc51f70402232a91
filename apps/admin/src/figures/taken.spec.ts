import { describe, expect, it } from 'vitest';
import { csvOf, htmlOf, plainOf, type Taken } from './taken';

const taken: Taken = {
  title: 'Hefboom',
  heads: ['Provincie', 'Waarde'],
  rows: [
    { label: 'Zuid-Holland', text: '1,25', value: '1.25' },
    { label: '=1+1', text: '–', value: null },
  ],
  source: 'Bron: register; hefboom (definitie, versie 1)',
  language: 'nl',
};

describe(csvOf.name, () => {
  it('opens right in Dutch Excel, and runs nothing', () => {
    expect(csvOf(taken)).toBe(
      '\uFEFFProvincie;Waarde\r\nZuid-Holland;1,25\r\n\'=1+1;\r\n\r\n"Bron: register; hefboom (definitie, versie 1)"\r\n',
    );
  });

  it('keeps commas and points for English', () => {
    expect(csvOf({ ...taken, language: 'en' })).toContain('Zuid-Holland,1.25');
  });
});

describe(htmlOf.name, () => {
  it('writes names as text, never as markup', () => {
    const row = { label: '<b>A & Zn</b>', text: '1', value: 1 };
    expect(htmlOf({ ...taken, rows: [row, row] })).toContain('&lt;b&gt;A &amp; Zn&lt;/b&gt;');
  });

  it('writes one number as a sentence', () => {
    const rows = taken.rows.slice(0, 1);
    expect(htmlOf({ ...taken, rows })).toBe(
      '<p>Hefboom: <b>1,25</b>.</p><p><small>Bron: register; hefboom (definitie, versie 1)</small></p>',
    );
    expect(plainOf({ ...taken, rows })).toBe('Hefboom: 1,25.\nBron: register; hefboom (definitie, versie 1)');
  });
});
