import type { EditionFigure, TextFigure } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import { FigureChip } from './FigureChip';
import { ReportText } from './ReportText';

const FIGURE: EditionFigure = {
  ...{ indicator: 'companies_participated', definitionVersion: 1, unit: 'count', value: 1234 },
  breakdown: [
    { key: 'NL-OV', label: 'Overijssel', value: 1200 },
    { key: 'NL-ZE', label: 'Zeeland', value: null, suppressed: true },
  ],
};

describe.each(READINGS)('the text of a report, read in $language', (reading) => {
  const word = wordIn(reading);
  const chip = (named: TextFigure) => (
    <FigureChip named={named} figures={[FIGURE]} ways={['province']} language={reading.language} />
  );
  const read = async (text: string) => (await rendered(<ReportText text={text} show={chip} />, reading)).page;

  it('has its figures in its sentences, as the report’s language writes them', async () => {
    const page = await read(
      'Er deden {{companies_participated}} mee, {{companies_participated:province=NL-OV}} in Overijssel en ' +
        '{{companies_participated:province=NL-ZE}} in Zeeland.',
    );
    const shown = [word(['1.234', '1,234']), word(['1.200', '1,200']), word(['(afgeschermd)', '(withheld)'])];
    await expect.element(page.getByText('Er deden')).toBeVisible();
    expect(
      page
        .getByRole('button')
        .elements()
        .map(({ textContent }) => textContent),
    ).toEqual(shown);
  });

  it('says of a figure that has the focus by which definition it was counted', async () => {
    const page = await read('{{companies_participated:province=NL-OV}} bedrijven');
    await page.getByRole('button').hover();
    const tooltip = page.getByRole('tooltip');
    await expect
      .element(tooltip)
      .toHaveTextContent(
        word(['Bedrijven die deelnamen – Overijssel. ', 'Companies that took part – Overijssel. ']),
      );
    await expect
      .element(tooltip)
      .toHaveTextContent(word(['Het aantal verschillende bedrijven', 'The number of distinct companies']));
  });

  it('has no heading above those of its page, and lists as they were numbered', async () => {
    const page = await read('# Kop\n\n### Tussenkop\n\n3. drie\n4. vier\n\n- een **vette** _zin_');
    await expect.element(page.getByRole('heading', { level: 2, name: 'Kop', exact: true })).toBeVisible();
    await expect.element(page.getByRole('heading', { level: 3, name: 'Tussenkop' })).toBeVisible();
    await expect.element(page.getByRole('list').first()).toHaveAttribute('start', '3');
    expect(page.getByRole('list').nth(1).element().innerHTML).toContain(
      'een <strong>vette</strong> <em>zin</em>',
    );
  });

  it('has its tables in a part that scrolls by itself, called by their heads', async () => {
    const page = await read(
      '| Jaar | *Deelnames* |\n|---|---:|\n| 2019 | {{companies_participated}} |\n\nDaarna.',
    );
    const table = page.getByRole('group', { name: 'Jaar, Deelnames' });
    await expect.element(table).toHaveAttribute('tabindex', '0');
    const amount = table.getByRole('cell', { name: word(['1.234', '1,234']) });
    await expect.element(amount).toHaveStyle({ textAlign: 'right' });
    await expect.element(table.getByRole('cell', { name: '2019' })).toHaveStyle({ textAlign: 'left' });
  });

  it('leads nowhere but to addresses of the web, and runs nothing', async () => {
    const page = await read(
      '[goed](https://example.nl/a) [kwaad](javascript:alert(1)) [ook](data:text/html,x)\n\n' +
        '<img src=x onerror="document.title=1"><script>document.title = 1</script>',
    );
    await expect.element(page.getByText('goed')).toBeVisible();
    expect(
      page
        .getByRole('link')
        .elements()
        .map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('rel')]),
    ).toEqual([['goed', 'https://example.nl/a', 'noopener noreferrer nofollow']]);
    expect(page.container.querySelector('img, script')).toBeNull();
  });
});
