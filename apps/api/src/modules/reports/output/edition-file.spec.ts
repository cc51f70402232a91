import type { SealedEdition } from '@fieldlab/domain';
import { unzipSync, strFromU8 } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { typeset } from './edition-pdf';
import { editionSheets } from './edition-sheets';
import type { EditionFileKind } from './edition-file';
import { outlined, paperText } from './paper-text';

const EDITION: SealedEdition = {
  ...{ format: 'fieldlab-edition/1', report: { id: 'r', title: '=Brief' }, edition: 2, language: 'nl' },
  ...{
    programme: 'Smart Industry',
    asOf: '2021-05-01',
    from: '2015-01-01',
    knownAt: '2021-05-02T10:00:00.000Z',
  },
  ...{ scope: 'programme', indicators: ['jobs', 'sme_share'], by: ['province'] },
  figures: [
    {
      ...{ indicator: 'jobs', definitionVersion: 1, unit: 'FTE', value: 12.5 },
      breakdown: [
        { key: 'NL-NB', label: 'North Brabant', value: null, suppressed: true },
        { key: 'NL-OV', label: 'Overijssel', value: 9.5 },
      ],
    },
    { indicator: 'sme_share', definitionVersion: 1, unit: 'percent', value: null },
  ],
  definitions: [
    {
      ...{ code: 'jobs', version: 1, unit: 'FTE', kind: 'flow' },
      title: { nl: 'Banen', en: 'Jobs' },
      definition: { nl: 'Banen in fte.', en: 'Jobs in FTE.' },
    },
  ],
  ...{ text: '# Kop #1\n\nEr zijn **{{jobs}}** banen.\n\n- #let x = 1\n- $y$', readableText: '' },
  ...{ publishedAt: '2021-05-03T10:00:00.000Z', reason: 'Correctie', seal: 'a'.repeat(64) },
  changes: [
    {
      indicator: 'jobs',
      from: 10,
      to: 12.5,
      reasons: [{ reason: 'ADDED_SINCE', label: 'sindsdien vastgelegd' }],
    },
  ],
};

async function fileOf(kind: EditionFileKind, changed: Partial<SealedEdition> = {}): Promise<Buffer> {
  const text = JSON.stringify({ ...EDITION, ...changed });
  return Buffer.from(await (kind === 'pdf' ? typeset({ edition: text }) : editionSheets({ text, kind })));
}

describe('an edition’s files', () => {
  it('makes a PDF/UA-1 and PDF/A-2a of the edition, in its language, the same each time', async () => {
    const pdf = await fileOf('pdf');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const raw = pdf.toString('latin1');
    expect(raw).toContain('/MarkInfo');
    expect(raw).toContain('/Lang (nl)');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toContain('/GTS_PDFA1');
    expect(raw).toMatch(/\/BBox \[/);
    expect(raw).toMatch(/<pdfuaid:part>1<.*<pdfaSchema:prefix>pdfuaid</s);
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
    expect((await fileOf('pdf')).equals(pdf)).toBe(true);
  });

  it('makes an outline without gaps of headings that skip levels', async () => {
    const text = '### Laag\n\nTekst\n\n# Hoog\n\n> ### Weer laag';
    expect((await fileOf('pdf', { text })).toString('latin1')).toContain('<pdfuaid:part>1<');
    expect(outlined(paperText({ ...EDITION, text }))).toMatchObject([
      ...[{ level: 1 }, { kind: 'paragraph' }, { level: 1 }, { blocks: [{ level: 2 }] }],
    ]);
  });

  it('prints all that Markdown knows by both standards', async () => {
    const text = [
      '| Fieldlab | Banen |\n|---|--:|\n| Lassen | **{{jobs}}** |',
      '> Een citaat\n\n1. een\n   - binnen\n2. twee\n\n---\n\n```\ncode  met ruimte\nen nog een regel\n```',
      '[Hier](https://a.example/x?y=1) staat ~~niet~~ `{{jobs}}`\\\nen <b>verder</b>',
    ].join('\n\n');
    const pdf = (await fileOf('pdf', { text })).toString('latin1');
    expect(pdf).toContain('<pdfuaid:part>1<');
    expect(pdf).toContain('<pdfaid:part>2<');
    expect(pdf).toContain('(https://a.example/x?y=1)');
  });

  it('prints signs that no font has, in a PDF that claims nothing', async () => {
    const pdf = (await fileOf('pdf', { text: 'Een \u0007 en \u{f0000}' })).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).not.toContain('pdfuaid');
  });

  it('makes a CSV of which every row says which edition it is of, and runs nothing', async () => {
    const { data } = Papa.parse<Record<string, string>>((await fileOf('csv')).toString(), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map(({ key, value, suppressed }) => [key, value, suppressed])).toEqual([
      ['', '12.5', 'false'],
      ['NL-NB', '', 'true'],
      ['NL-OV', '9.5', 'false'],
      ['', '', 'false'],
    ]);
    for (const row of data)
      expect(row).toMatchObject({ edition: '2', asOf: '2021-05-01', seal: EDITION.seal });
  });

  it('makes a workbook of typed cells, in its own language, which says first what it is', async () => {
    const files = unzipSync(await fileOf('xlsx'));
    const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
    expect([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Over dit bestand',
      'Kerncijfers',
      'Per provincie',
      'Definities',
    ]);
    const sheet = (at: number): string =>
      strFromU8(files[`xl/worksheets/sheet${at}.xml`] ?? new Uint8Array());
    for (const told of ['Smart Industry', '1 mei 2021', EDITION.seal, 'Per provincie', 'per provincie']) {
      expect(sheet(1)).toContain(told);
    }
    expect(sheet(3)).toContain('<v>9.5</v>');
    expect(sheet(3)).toContain('afgeschermd');
    expect([1, 2, 3].filter((at) => /@\d|>(code|unit|key|jobs)</.test(sheet(at)))).toEqual([]);
    expect(sheet(4)).toContain('jobs@1');
  });
});

describe(paperText, () => {
  it('is what is read on screen, with the figures of the edition in it', () => {
    expect(
      paperText({ ...EDITION, text: 'Er zijn **{{jobs}}** banen, {{jobs:province=NL-NB}} in Brabant.' }),
    ).toEqual([
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: 'Er zijn ' },
          { kind: 'strong', content: [{ kind: 'text', text: '12,50\u00A0fte' }] },
          { kind: 'text', text: ' banen, ' },
          { kind: 'text', text: '(afgeschermd)' },
          { kind: 'text', text: ' in Brabant.' },
        ],
      },
    ]);
  });
});
