import { expect, it } from 'vitest';
import { blocksOf } from './markdown';

const text = (words: string) => ({ kind: 'text', text: words });

it('reads headings, paragraphs, lists and emphasis, with figures in them', () => {
  expect(
    blocksOf('## Kop\nEen *korte*\nregel met **{{jobs}}** banen.\n\n- een\n- twee\n\n1. eerst\n\n### Slot'),
  ).toEqual([
    { kind: 'heading', level: 2, content: [text('Kop')] },
    {
      kind: 'paragraph',
      content: [
        text('Een '),
        { kind: 'em', content: [text('korte')] },
        text(' regel met '),
        {
          kind: 'strong',
          content: [{ kind: 'figure', figure: { source: '{{jobs}}', indicator: 'jobs' } }],
        },
        text(' banen.'),
      ],
    },
    { kind: 'list', isNumbered: false, items: [[text('een')], [text('twee')]] },
    { kind: 'list', isNumbered: true, items: [[text('eerst')]] },
    { kind: 'heading', level: 3, content: [text('Slot')] },
  ]);
});
