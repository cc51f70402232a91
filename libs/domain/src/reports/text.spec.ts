import { describe, expect, it } from 'vitest';
import { renderText, textFaults, textPieces, typedNumbers } from './text';

describe('textPieces', () => {
  it('finds figures and leaves everything else as it stands', () => {
    expect(textPieces('In {{jobs}} en {{ jobs : province = NL-NB }} {{?}}')).toEqual([
      'In ',
      { source: '{{jobs}}', indicator: 'jobs' },
      ' en ',
      { source: '{{ jobs : province = NL-NB }}', indicator: 'jobs', by: 'province', key: 'NL-NB' },
      ' {{?}}',
    ]);
  });
});

describe('textFaults', () => {
  it('names every figure that the report does not have', () => {
    const report = { indicators: ['jobs'], by: ['year'] };
    const messages = textFaults('{{jobs}} {{spin_offs}} {{jobs:province=NL-NB}} {{Jobs!}}', report).map(
      ({ message }) => message.split(/[:,]| names/)[0],
    );
    expect(messages).toEqual(['{{spin_offs}}', '{{jobs', '{{Jobs!}}']);
  });
});

describe('renderText', () => {
  it('writes each figure in the notation of its language', () => {
    const values = {
      jobs: { unit: 'FTE', value: 1234.5 },
      investment_realised: { unit: 'EUR', value: '370000000.00' },
      leverage: { unit: 'ratio', value: null },
      spin_offs: { unit: 'count', value: 3, suppressed: true },
    } as const;
    const text = '{{jobs}}, {{investment_realised}}, {{leverage}}, {{spin_offs}}';
    const render = (language: 'nl' | 'en') =>
      renderText(text, language, ({ indicator }) => values[indicator as keyof typeof values]);
    expect(render('nl')).toBe('1.234,50\u00A0fte, €\u00A0370.000.000, (leeg), (afgeschermd)');
    expect(render('en')).toBe('1,234.50\u00A0fte, €\u00A0370,000,000, (empty), (withheld)');
  });
});

describe('typedNumbers', () => {
  it.each([
    ['Sinds 2015 deden {{companies_participated}} bedrijven mee, op 1 mei 2021 en op 31-12-2020.', []],
    ['Ruim 680 bedrijven en € 370.000.000 in 2021; de 45 fieldlabs.', ['680', '370.000.000', '45']],
    ['1. Eerst\n2. Dan 7 spin-offs', ['7']],
    ['De covid19-steun van N30', []],
  ])('finds in %s', (text, numbers) => {
    expect(typedNumbers(text)).toEqual(numbers);
  });
});
