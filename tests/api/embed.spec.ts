import { SaxesParser } from 'saxes';
import request, { type Test } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishApproved } from '../support/publishing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

const TITLE = 'Labs & <firms> "2021"';

describe('figures on other people’s pages', () => {
  let register: TestRegister;
  let author: Caller;
  let report: string;
  let seal: string;
  beforeAll(async () => {
    register = await startTestRegister();
    const admin = await register.as('ADMIN');
    author = await register.as('EVALUATOR');
    const approver = await register.as('EVALUATOR');
    const { body: centre } = await admin
      .post('/centres', { code: 'FL-1', kind: 'FIELDLAB', name: 'Lassen', startedOn: '2016-01-01' })
      .expect(201);
    const provinces = [...Array<string>(6).fill('NL-OV'), ...Array<string>(6).fill('NL-GE'), 'NL-DR'];
    for (const [index, province] of provinces.entries()) {
      const { body: company } = await admin
        .post('/companies', { name: `Firma ${index}`, province })
        .expect(201);
      await admin
        .post('/participations', {
          ...{ companyId: company.id as string, centreId: centre.id as string },
          ...{ level: 'PARTICIPANT', startedOn: `20${17 + (index % 3)}-03-03` },
        })
        .expect(201);
    }
    report = await created(TITLE);
    await author.post(`/reports/${report}/submit`).expect(200);
    await approver.post(`/reports/${report}/approve`).expect(200);
    await publishApproved(approver, report);
    seal = (await request(register.url).get(`/api/v1/public/reports/${report}/editions/1`).expect(200)).body
      .seal as string;
  });
  afterAll(() => register.close());

  async function created(title: string): Promise<string> {
    const { body } = await author
      .post('/reports', {
        ...{ title, language: 'nl', asOf: '2021-05-01', from: '2015-01-01', text: '' },
        ...{ indicators: ['companies_participated'], by: ['province', 'year'] },
      })
      .expect(201);
    return body.id as string;
  }

  const embed = (what: string, id = report, edition = '1'): Test =>
    request(register.url).get(`/embed/reports/${id}/editions/${edition}/${what}`).buffer(true);
  const textOf = async (test: Test): Promise<string> => {
    const { text, body } = await test.expect(200);
    return Buffer.isBuffer(body) ? body.toString('utf8') : text;
  };

  it('is a page with the figure, its edition and its seal, that anybody may frame', async () => {
    const answer = await embed('companies_participated')
      .expect(200)
      .expect('Content-Type', /^text\/html/);
    expect(answer.text).toContain('<h1>Bedrijven die deelnamen</h1>');
    expect(answer.text).toContain('<p class="value">13</p>');
    expect(answer.text).toContain('1 januari 2015 tot en met 1 mei 2021');
    expect(answer.text).toContain('Editie 1 van ‘Labs &amp; &lt;firms&gt; &quot;2021&quot;’');
    expect(answer.text).toContain(seal);
    expect(answer.text).not.toContain('<script');
    const { headers } = answer;
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none';style-src 'sha256-[\w+/=]+';.*frame-ancestors \*$/,
    );
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('is a picture that is sound XML, whatever the title holds', async () => {
    const svg = await textOf(
      embed('companies_participated.svg?by=province').expect('Content-Type', /^image\/svg\+xml/),
    );
    const texts: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (text) => texts.push(text));
    parser.write(svg).close();
    expect(texts).toContain('Bedrijven die deelnamen, per provincie');
    expect(texts).toContain(`Editie 1 van ‘${TITLE}’`);
    expect(texts).toContain(`Zegel (SHA-256): ${seal}`);
  });

  it('shows what the edition tells, and withholds what it withholds', async () => {
    const { body: edition } = await request(register.url).get(`/api/v1/public/reports/${report}/editions/1`);
    const cells = edition.figures[0].breakdowns.province as {
      key: string;
      value: number;
      suppressed?: true;
    }[];
    expect(cells.find(({ key }) => key === 'NL-DR')?.suppressed).toBe(true);
    const page = await textOf(embed('companies_participated?by=province'));
    expect(page).toMatch(/<th scope="row">Drenthe<\/th><td class="number">afgeschermd</);
    expect(page.match(/afgeschermd</g)).toHaveLength(cells.filter(({ suppressed }) => suppressed).length);
    expect(page).toContain('achter zo weinig bedrijven');
  });

  it('draws the course over the years, with its table, in either language and light', async () => {
    const page = await textOf(embed('companies_participated?by=year&language=en&theme=dark'));
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<h1>Companies that took part, by year</h1>');
    expect(page.match(/<rect class="bar"/g)?.length).toBe(page.match(/<th scope="row">/g)?.length);
    expect(page).toContain('#172230');
    expect(page).not.toContain('prefers-color-scheme');
    expect(await textOf(embed('companies_participated'))).toContain('prefers-color-scheme:dark');
  });

  it('sets no cookie, reads none, and is the same for everybody', async () => {
    const { pool } = register.database;
    await pool.query(`update sessions set last_seen_at = now() - interval '10 minutes' where user_id = $1`, [
      author.id,
    ]);
    const [stranger, member] = await Promise.all([
      embed('companies_participated').expect(200),
      embed('companies_participated')
        .set('Cookie', author.cookie)
        .set('Authorization', 'Bearer of-nobody')
        .expect(200),
    ]);
    expect(member.text).toBe(stranger.text);
    expect(member.headers).not.toHaveProperty('set-cookie');
    const { rows } = await pool.query(
      `select last_seen_at < now() - interval '9 minutes' as unseen from sessions where user_id = $1`,
      [author.id],
    );
    expect(rows).toEqual([{ unseen: true }]);
  });

  it('is kept by whoever has it', async () => {
    const { headers } = await embed('companies_participated').expect(200);
    expect(headers['cache-control']).toBe('public, max-age=3600');
    await embed('companies_participated').set('If-None-Match', String(headers.etag)).expect(304);
    expect((await embed('companies_participated?theme=dark').expect(200)).headers.etag).not.toBe(
      headers.etag,
    );
  });

  it('tells nothing that is not public, and takes nothing that it does not know', async () => {
    const draft = await created('Concept');
    await embed('companies_participated', draft).expect(404);
    await embed('companies_participated', report, '2').expect(404);
    await embed('spin_offs').expect(404);
    await embed('companies_participated?by=hub').expect(404);
    await embed('companies_participated?by=nothing').expect(400);
    await embed('companies_participated?onload=1').expect(400);
    const { headers } = await embed('companies_participated', draft).expect(404);
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
  });
});
