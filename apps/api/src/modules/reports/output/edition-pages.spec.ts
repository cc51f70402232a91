import {
  findIndicator,
  LANGUAGES,
  NETHERLANDS,
  renderText,
  REPORT_TEMPLATES,
  type EditionFigure,
  type FigureUnit,
  type FigureValue,
  type Language,
  type ReportTemplateName,
  type SealedEdition,
} from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../../../../tests/support/pdf-text';
import { typeset } from './edition-pdf';

const YEARS = ['2015', '2016', '2017', '2018', '2019', '2020', '2021'];
const WITHHELD = 'NL-ZE';

const valueOf = (unit: FigureUnit, size: number): FigureValue => {
  if (unit === 'EUR') return `${size}123456.00`;
  if (unit === 'percent') return `${size % 100}.5`;
  return unit === 'ratio' ? `${size % 5}.25` : size;
};

/** An edition of a template with made-up figures, in every breakdown that it asks for. */
function editionOf(name: ReportTemplateName, language: Language): SealedEdition {
  const { title, indicators, by, text } = REPORT_TEMPLATES[name];
  const found = indicators.flatMap((code) => findIndicator(code) ?? []);
  const figures = found.map(({ code, version, unit }, index): EditionFigure => {
    const years = YEARS.map((key, at) => ({ key, label: key, value: valueOf(unit, 20 + 11 * at - index) }));
    const provinces = NETHERLANDS.regions.map(({ code: key }, at) => ({
      ...{ key, label: key },
      ...(key === WITHHELD
        ? { value: null, suppressed: true as const }
        : { value: valueOf(unit, 10 + 7 * at) }),
    }));
    return {
      ...{ indicator: code, definitionVersion: version, unit, value: valueOf(unit, 683 - index) },
      ...((by as readonly string[]).length > 0 ? { breakdowns: { year: years, province: provinces } } : {}),
    };
  });
  const readableText = renderText(text[language], language, ({ indicator }) => {
    const figure = figures.find((one) => one.indicator === indicator);
    return figure && { unit: figure.unit, value: figure.value };
  });
  return {
    ...{ format: 'fieldlab-edition/1', report: { id: 'r', title: title[language] }, edition: 1, language },
    ...{ programme: 'Smart Industry', asOf: '2021-05-01', from: '2015-01-01', scope: 'programme' },
    ...{ knownAt: '2021-05-02T10:00:00.000Z', publishedAt: '2021-05-03T10:00:00.000Z' },
    ...{ indicators: [...indicators], by: [...by], figures, text: text[language], readableText },
    definitions: found.map(({ code, version, unit, kind, title: called, definition }) => ({
      ...{ code, version, unit, kind, title: called, definition },
    })),
    seal: 'a1b2'.repeat(16),
  };
}

const pages = async (edition: SealedEdition) => pagesOf(await typeset({ edition: JSON.stringify(edition) }));
const CODE = /\b[a-z]+_[a-z_]+|@\d/;
/** A page with less on it looks as if the printer stopped. */
const FEWEST_LINES = 10;
const HEADS: Record<Language, { definitions: string; themes: string[] }> = {
  nl: {
    definitions: 'Definities',
    themes: ['Bedrijven', 'Fieldlabs en hubs', 'Resultaten', 'Investeringen'],
  },
  en: { definitions: 'Definitions', themes: ['Companies', 'Fieldlabs and hubs', 'Results', 'Investment'] },
};

describe.each(LANGUAGES)('the pages of an edition, in %s', (language) => {
  const { definitions, themes } = HEADS[language];

  it('are one for a letter', async () => {
    const letter = editionOf('letter', language);
    const [page, ...others] = await pages(letter);
    expect(others).toEqual([]);
    const annex = page?.indexOf(definitions) ?? -1;
    expect(annex).toBeGreaterThan(FEWEST_LINES);
    expect(page?.slice(0, annex).filter((line) => CODE.test(line))).toEqual([]);
  });

  it('are one for each theme of an evaluation, and none is nearly empty', async () => {
    const all = await pages(editionOf('evaluation', language));
    expect(all.map(([head]) => head).slice(1, 1 + themes.length)).toEqual(themes);
    expect(all.length).toBeLessThanOrEqual(themes.length + 4);
    for (const page of all) expect(page.length).toBeGreaterThanOrEqual(FEWEST_LINES);
    const before = all.slice(0, 1 + themes.length).flat();
    expect(before.filter((line) => CODE.test(line))).toEqual([]);
  });

  it('hold every table whole', async () => {
    const all = await pages(editionOf('evaluation', language));
    // Where the language breaks words, its hyphen has no sign of its own in the page.
    const names = NETHERLANDS.regions.map(({ name }) => name[language].replace('-', ' '));
    const whole = all.filter((page) =>
      names.every((name) => page.some((line) => line.replace('-', ' ').includes(name))),
    );
    expect(whole).toHaveLength(themes.length);
  });
});

it('gives a letter that is longer than a page its annex on the next', async () => {
  const letter = editionOf('letter', 'nl');
  const text = Array.from({ length: 20 }, () => letter.text).join('\n\n');
  const all = await pages({ ...letter, text });
  expect(all.length).toBeGreaterThan(1);
  for (const page of all) expect(page.length).toBeGreaterThanOrEqual(FEWEST_LINES);
  expect(all.at(-1)?.[0]).toBe('Definities');
});
