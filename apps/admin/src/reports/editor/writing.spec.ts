import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '@fieldlab/report-text';
import { readLines, readText } from './reading';
import { chip, marks, nodes, schema } from './schema';
import { writerOf } from './writing';

const paragraph = (text: string) => nodes.paragraph.create(null, schema.text(text));
const page = (...blocks: Node[]): Node => nodes.doc.create(null, blocks);

/** Without blanks and what nobody sees; the two asterisks look the same. */
const seen = (text: string): string => text.replace(/[\s\u2060]/g, '').replaceAll('\u2217', '*');

describe(writerOf.name, () => {
  it.each([
    '',
    ' \n\n',
    '\n\n## Kop\nEen *korte*\nregel met **{{jobs}}** banen.\n\n\n* een\n* twee\n\n1) eerst\n2) dan\n\n#### Slot\n',
    '# Kop\r\n\r\nEen regel\r\ndie doorgaat.\r\n\r\n- een\r\n- twee\r\n',
    'Tekst\n- een\n  - twee\n\n- drie',
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode  met   ruimte\n```\n\n> citaat',
    '[een verwijzing](https://example.org) en `code` en <b>html</b> en _schuin_',
    '***vet en schuin*** en **vet met *schuin* erin** en 3 * 4 * 5',
    '{{jobs:province=NL-NB}}{{geen cijfer}} {{ jobs }}',
    'Twee keer.\n\nTwee keer.\n\n\n\nTwee\nkeer.',
  ])('gives back a text that nobody edited: %j', (text) => {
    const { doc, write } = writerOf(text);
    expect(write(doc)).toBe(text);
  });

  it('gives back any text at all', () => {
    const pieces = fc.constantFrom(
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
      '```',
      '\r',
      '\t',
      'a',
      'é',
      '>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { doc, write } = writerOf(text);
        doc.check();
        expect(write(doc)).toBe(text);
      }),
    );
  });

  it('leaves all other blocks as they were written when one is edited', () => {
    const { doc, write } = writerOf('# Kop\n\n* een\n* twee\n\n\nEen regel\ndie doorgaat.\n');
    const edited = doc.copy(doc.content.append(page(paragraph('Erbij.')).content));
    expect(write(edited)).toBe('# Kop\n\n* een\n* twee\n\n\nEen regel\ndie doorgaat.\n\nErbij.\n');
    const without = page(doc.child(0), doc.child(1));
    expect(write(without)).toBe('# Kop\n\n* een\n* twee\n');
  });

  it.each(['```\ncode', '~~~~ sql\nselect', '<!-- een opmerking'])(
    'ends what has no end, where something comes after it: %j',
    (open) => {
      const { doc, write } = writerOf(`Begin.\n\n${open}`);
      const text = write(doc.copy(doc.content.append(page(paragraph('Erbij.')).content)));
      expect(blocksOf(text).at(-1)).toEqual({
        kind: 'paragraph',
        content: [{ kind: 'text', text: 'Erbij.' }],
      });
      expect(text).toContain(open);
    },
  );

  it('writes what every reader reads the same', () => {
    const { write } = writerOf('');
    const bold = schema.text('vet ', [marks.strong.create()]);
    const doc = page(
      nodes.heading.create({ level: 3 }, schema.text('Kop')),
      nodes.paragraph.create(null, [bold, chip('{{jobs}}'), schema.text('schuin', [marks.em.create()])]),
      nodes.numbers.create(null, [
        nodes.item.create(null, paragraph('een')),
        nodes.item.create(null, paragraph('twee')),
      ]),
    );
    expect(write(doc)).toBe('### Kop\n\n**vet** {{jobs}}*schuin*\n\n1. een\n2. twee');
  });

  it.each(['- geen opsomming', '1. geen lijst', '# geen kop', 'a * b * c', '**niet vet**'])(
    'keeps what looks like Markdown the words that they are: %s',
    (words) => {
      const { write } = writerOf('');
      const [block, ...more] = blocksOf(write(page(paragraph(words))));
      expect(more).toEqual([]);
      expect(block).toMatchObject({ kind: 'paragraph', content: [{ kind: 'text' }] });
    },
  );

  it('reads again what it wrote', () => {
    const inline = fc.record({
      text: fc.constantFrom(
        ...[
          'a',
          ' b ',
          '*',
          '- ',
          '1. x',
          '# y',
          '{{jobs}}',
          '_',
          '[z](q)',
          '<b>',
          '`',
          '~~',
          '&amp;',
          '> ',
          '| c |',
        ],
        ...['a.', 'https://x.example', '\\', '==='],
      ),
      mark: fc.constantFrom('', 'strong', 'em'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(inline, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        (blocks) => {
          const doc = page(
            ...blocks.map((inlines) =>
              nodes.paragraph.create(
                null,
                inlines.map(({ text, mark }) => {
                  const on = mark === 'strong' || mark === 'em' ? [marks[mark].create()] : [];
                  return text === '{{jobs}}' ? chip(text).mark(on) : schema.text(text, on);
                }),
              ),
            ),
          );
          const text = writerOf('').write(doc);
          const again = writerOf(text);
          expect(writerOf('').write(again.doc)).toBe(text);
          expect(seen(again.doc.textContent)).toBe(seen(doc.textContent));
        },
      ),
    );
  });
});

describe(readText.name, () => {
  it('keeps a table as it stands, and makes figures chips', () => {
    const { doc } = readText('| a |\n|---|\n\n{{jobs}} banen');
    expect(doc.child(0).type).toBe(nodes.verbatim);
    expect(doc.child(0).textContent).toBe('| a |\n|---|');
    expect(doc.child(1).firstChild?.type).toBe(nodes.figure);
  });
});

describe(readLines.name, () => {
  it('makes a block of every line, and one list of items that follow each other', () => {
    const read = readLines('Kop\n- een\n- twee\n\n1. eerst\nslot {{jobs}}');
    expect(read.map(({ type, childCount }) => [type.name, childCount])).toEqual([
      ['paragraph', 1],
      ['bullets', 2],
      ['numbers', 1],
      ['paragraph', 2],
    ]);
  });
});
