import { describe, expect, it } from 'vitest';
import type { Word } from '../../../../../tests/support/browser-reader';
import { READINGS, rendered, wordIn } from '../../../../../tests/support/rendered';
import { Day, LastDay, Province, RecordLink, WebLink } from '../fields/values';
import { Claim, Level } from '../fields/Ladder';
import { ValueText } from './ValueText';

const records = {
  companies: [{ id: 'dijk', name: 'Van Dijk Metaal B.V.' }],
  centres: [
    { id: 'zee', name: 'Zeelab' },
    { id: 'oost', name: 'Hub Oost' },
  ],
  users: [{ id: 'ans', name: 'Ans de Wit' }],
};

describe.each(READINGS)('a value in $language', (reading) => {
  const word = wordIn(reading);

  it.each<[resource: string, field: string, value: unknown, words: Word]>([
    ['companies', 'sizeClass', 'SMALL', ['klein', 'small']],
    ['companies', 'province', 'NL-FR', ['Fryslân', 'Friesland']],
    ['companies', 'employees', 1200, ['1.200', '1,200']],
    ['participations', 'level', 'PARTICIPANT', ['deelnemer', 'participant']],
    ['participations', 'startedOn', '2021-05-01', ['1 mei 2021', '1 May 2021']],
    ['investments', 'amountEur', '12500.50', ['€ 12.500,50', '€12,500.50']],
    ['investments', 'amountEur', '12500.00', ['€ 12.500', '€12,500']],
    ['targets', 'scope', 'programme', ['Het hele programma', 'The whole programme']],
    ['targets', 'scope', 'centre:ZL-9', ['ZL-9', 'ZL-9']],
    ['rounds', 'period', '2021-Q2', ['2e kwartaal 2021', 'Q2 2021']],
    ['users', 'isActive', false, ['nee', 'no']],
    ['centres', 'technologies', ['Robotica', 'Fotonica'], ['Robotica, Fotonica', 'Robotica, Fotonica']],
    ['companies', 'website', null, ['leeg', 'empty']],
    ['contacts', 'email', `hmac-sha256:${'0'.repeat(64)}`, ['versleuteld weergegeven', 'shown encrypted']],
  ])('of %s.%s is never a code: %j', async (resource, field, value, words) => {
    const { page } = await rendered(<ValueText {...{ resource, field, value }} />, reading, { records });
    await expect.poll(() => page.container.innerText.replace(/\s/g, ' ')).toBe(word(words));
  });

  it('that stands for records is their names, each a link to its page', async () => {
    const { page } = await rendered(
      <>
        <ValueText resource="spin-offs" field="centreIds" value={['zee', 'oost']} />
        <ValueText resource="spin-offs" field="parentCompanyId" value="dijk" />
        <ValueText resource="rounds" field="submittedById" value="ans" />
        <RecordLink resource="reports" id="42" name={null} />
      </>,
      reading,
      { records },
    );
    await expect.element(page.getByText('Hub Oost')).toBeVisible();
    const links = page.getByRole('link').elements();
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Zeelab', '/centres/zee/show'],
      ['Hub Oost', '/centres/oost/show'],
      ['Van Dijk Metaal B.V.', '/companies/dijk/show'],
      ['Ans de Wit', '/users/ans'],
      ['…', '/reports/42'],
    ]);
  });

  it('on the page of a record says what is not known, what goes on, and where it leads', async () => {
    const { page } = await rendered(
      <ul>
        <li>
          <Day date={null} />
        </li>
        <li>
          <LastDay date={null} />
        </li>
        <li>
          <LastDay date="2020-12-31" />
        </li>
        <li>
          <Province code="NL-XX" />
        </li>
        <li>
          <Level level="PARTICIPANT" />
        </li>
        <li>
          <Claim level="EVIDENCED" />
        </li>
        <li>
          <WebLink address="example.nl" />
        </li>
      </ul>,
      reading,
    );
    const lines = page
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      '–',
      word(['loopt nog', 'ongoing']),
      word(['t/m 31 december 2020', 'until 31 December 2020']),
      '–',
      word(['deelnemer', 'participant']),
      word(['met bewijs', 'evidenced']),
      'example.nl',
    ]);
    expect(page.getByRole('img', { name: word(['onbekend', 'unknown']) }).elements()).toHaveLength(2);
    await expect.element(page.getByRole('link')).toHaveAttribute('href', 'https://example.nl');
    const filled = (line: number): number =>
      page.getByRole('listitem').nth(line).element().querySelectorAll('circle[fill=currentColor]').length;
    expect([filled(4), filled(5)]).toEqual([3, 3]);
  });
});
