import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, sourcedBlocksOf } from './reading';
import type { Block, Inline } from './tree';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...content: Inline[]): Block => ({ kind: 'paragraph', content });

describe(blocksOf, () => {
  it('reads headings, paragraphs, lists and emphasis, with figures in them', () => {
    expect(
      blocksOf('## Kop\nEen *korte*\nregel met **{{jobs}}** banen.\n\n- een\n- twee\n\n3. dan\n\n#### Slot'),
    ).toEqual([
      { kind: 'heading', level: 2, content: [text('Kop')] },
      paragraph(
        text('Een '),
        { kind: 'em', content: [text('korte')] },
        text(' regel met '),
        { kind: 'strong', content: [{ kind: 'figure', figure: { source: '{{jobs}}', indicator: 'jobs' } }] },
        text(' banen.'),
      ),
      {
        ...{ kind: 'list', isNumbered: false, start: 1, isTight: true },
        items: [[paragraph(text('een'))], [paragraph(text('twee'))]],
      },
      { ...{ kind: 'list', isNumbered: true, start: 3, isTight: true }, items: [[paragraph(text('dan'))]] },
      { kind: 'heading', level: 4, content: [text('Slot')] },
    ]);
  });

  it('reads an item right below a paragraph as a list, whoever shows it', () => {
    expect(blocksOf('para\n- x').map(({ kind }) => kind)).toEqual(['paragraph', 'list']);
  });

  it('reads tables, quotations, links, code and rules', () => {
    expect(
      blocksOf(
        '| a | b |\n|---|--:|\n| {{jobs}} |\n\n> citaat\n\n---\n\n[hier](https://a.example) `x` ~~y~~',
      ),
    ).toEqual([
      {
        kind: 'table',
        alignments: [null, 'right'],
        rows: [
          [[text('a')], [text('b')]],
          [[{ kind: 'figure', figure: { source: '{{jobs}}', indicator: 'jobs' } }], []],
        ],
      },
      { kind: 'quote', blocks: [paragraph(text('citaat'))] },
      { kind: 'rule' },
      paragraph(
        { kind: 'link', address: 'https://a.example', content: [text('hier')] },
        text(' '),
        { kind: 'code', content: [text('x')] },
        text(' '),
        { kind: 'struck', content: [text('y')] },
      ),
    ]);
  });

  it('leaves HTML out, and of an address that is no page or mailbox its words', () => {
    expect(
      blocksOf('<script>alert(1)</script>\n\na <b>vet</b> [klik](javascript:alert) ![foto](https://x/y)'),
    ).toEqual([
      { kind: 'leftOut' },
      paragraph(text('a '), text('vet'), text(' '), text('klik'), text(' '), text('foto')),
    ]);
  });

  it('takes indented and underlined lines as they are', () => {
    expect(blocksOf('    ver naar rechts\nTitel\n=====')).toEqual([
      paragraph(text('ver naar rechts Titel =====')),
    ]);
  });

  it('keeps what names no figure, and figures in a code', () => {
    expect(blocksOf('{{geen cijfer}} {{jobs:province=NL-NB}}')).toEqual([
      paragraph(text('{{geen cijfer}} '), {
        kind: 'figure',
        figure: { source: '{{jobs:province=NL-NB}}', indicator: 'jobs', by: 'province', key: 'NL-NB' },
      }),
    ]);
  });

  it('reads more marks, or lists within lists, than anybody writes as text', () => {
    const marks = '*a_ '.repeat(5_000);
    expect(blocksOf(marks)).toEqual([paragraph(text(marks.trim()))]);
    expect(blocksOf('> '.repeat(5_000))).toEqual([paragraph(text('> '.repeat(5_000).trim()))]);
    expect(blocksOf('> > - a')).toMatchObject([{ kind: 'quote', blocks: [{ kind: 'quote' }] }]);
  });
});

describe(sourcedBlocksOf, () => {
  const pieces = fc.constantFrom(
    ...[
      '#',
      ' ',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '*',
      '**',
      '_',
      '{{jobs}}',
      '|',
      '|-|\n',
      '```',
      '\r',
      '\r\n',
      '\t',
      'a',
    ],
    ...[
      'é',
      '>',
      '<b>',
      '<!--',
      '[a]: b\n',
      '[a](b)',
      '&amp;',
      '\\',
      '    ',
      '===\n',
      '---\n',
      '~',
      '\uE000',
      '\uF041',
    ],
  );

  it('has every character of any text in its sources', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
        const whole = parts.join('');
        const sources = sourcedBlocksOf(whole).map(({ source }) => source);
        expect(whole.endsWith(sources.join(''))).toBe(true);
        expect(whole.slice(0, whole.length - sources.join('').length).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text of the greatest length', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (parts) => {
        const part = parts.join('');
        expect(() => sourcedBlocksOf(part.repeat(Math.ceil(5_000 / part.length)))).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});
