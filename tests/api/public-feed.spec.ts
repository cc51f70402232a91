import request from 'supertest';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishApproved } from '../support/publishing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const TITLE = 'Labs & <firms> ]]> "2021"';

describe('the feed of public editions', () => {
  let register: TestRegister;
  let author: Caller;
  let approver: Caller;
  beforeAll(async () => {
    register = await startTestRegister();
    [author, approver] = [await register.as('EVALUATOR'), await register.as('EVALUATOR')];
  });
  afterAll(() => register.close());

  const feed = async (): Promise<Record<string, string>[]> => {
    const { text } = await request(register.url)
      .get('/api/v1/public/feed.atom')
      .buffer(true)
      .expect(200)
      .expect('Content-Type', /^application\/atom\+xml/);
    return entriesOf(text);
  };

  async function published(title: string, language: 'nl' | 'en'): Promise<string> {
    const report = { title, language, asOf: '2021-05-01', indicators: ['companies_participated'], text: '' };
    const { body } = await author.post('/reports', report).expect(201);
    const { id } = body as { id: string };
    await author.post(`/reports/${id}/submit`).expect(200);
    await approver.post(`/reports/${id}/approve`).expect(200);
    await publishApproved(approver, id);
    return id;
  }

  it('is empty while nothing is public', async () => {
    expect(await feed()).toEqual([]);
  });

  it('tells of each edition, the newest first, in its own language, whatever its title holds', async () => {
    const dutch = await published('Stand van het programma', 'nl');
    const english = await published(TITLE, 'en');
    const path = `/api/v1/public/reports/${english}/editions/1`;
    const { text } = await request(register.url).get(path).buffer(true).expect(200);
    const { publishedAt } = JSON.parse(text) as { publishedAt: string };
    const [newest, before, ...others] = await feed();
    expect(newest).toMatchObject({ title: TITLE, updated: new Date(publishedAt).toISOString() });
    expect(newest?.id).toMatch(new RegExp(`/public/reports/${english}/editions/1$`));
    expect(newest?.summary).toMatch(/^Edition 1 · As of 1 May 2021 · Seal \(SHA-256\) [0-9a-f]{64}$/);
    expect(before?.id).toMatch(new RegExp(`/public/reports/${dutch}/editions/1$`));
    expect(before?.summary).toMatch(/^Editie 1 · Peildatum 1 mei 2021 · /);
    expect(others).toEqual([]);
  });
});

/** What an Atom feed says of each entry, read as strictly as XML is. */
function entriesOf(xml: string): Record<string, string>[] {
  const entries: Record<string, string>[] = [];
  const parser = new SaxesParser();
  let inside = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'entry') entries.push({});
    inside = name;
  });
  parser.on('closetag', () => {
    inside = '';
  });
  const read = (text: string): void => {
    const entry = entries.at(-1);
    if (entry && inside !== '') entry[inside] = (entry[inside] ?? '') + text;
  };
  parser.on('text', read);
  parser.on('cdata', read);
  parser.write(xml).close();
  return entries;
}
