import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pg from 'pg';

/**
 * What a list costs when nothing but the list is wanted: bare Node and pg, no framework, no sign-in, no validation, and
 * the fastest statements that we could write by hand which give the same answers as the register's lists.
 */

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const CURRENT = `(valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last`;

const COMPANY = `
  select t.id, t.version, t.created_at as "createdAt", t.updated_at as "updatedAt", t.name, kvk.number as "kvkNumber",
         t.country, abroad.number as "foreignNumber", t.organisation_type as "organisationType",
         t.legal_form as "legalForm", pr.size_class as "sizeClass", pr.employees, pr.sbi_code as "sbiCode",
         pr.sbi_version as "sbiVersion", pr.postcode, pr.municipality, pr.province, t.website,
         pr.group_id as "groupId", t.merged_into_id as "mergedIntoId",
         (select count(distinct p.centre_id)::int from participations p
           where p.deleted_at is null and p.company_id = any(
             array(with recursive family as (
                     select t.id union all
                     select m.id from family join companies m on m.merged_into_id = family.id and m.deleted_at is null)
                   select id from family))) as "centreCount",
         0 as "otherCentreCount", total`;
const BESIDE = `
  left join lateral (select number from company_numbers n where n.company_id = t.id and n.deleted_at is null
                        and n.scheme = 'KVK' order by ${CURRENT} limit 1) kvk on true
  left join lateral (select number from company_numbers n where n.company_id = t.id and n.deleted_at is null
                        and n.scheme <> 'KVK' order by ${CURRENT} limit 1) abroad on true
  left join lateral (select * from company_profiles p where p.company_id = t.id and p.deleted_at is null
                      order by ${CURRENT} limit 1) pr on true`;

const FOUND = `searchable(name) like '%' || like_pattern(searchable(w)) || '%' or searchable(name) %> searchable(w)`;

/** What is called so, what begins so, what resembles it most, the shorter before the longer. */
const BEST_FIRST = [
  'searchable(t.name) = searchable($1) desc',
  `searchable(t.name) like like_pattern(searchable($1)) || '%' desc`,
  'word_similarity(searchable($1), searchable(t.name)) desc',
  'similarity(searchable($1), searchable(t.name)) desc',
  't.name, t.id',
].join(', ');

const PARTICIPATION = `
  select t.id, t.version, t.created_at as "createdAt", t.updated_at as "updatedAt", t.company_id as "companyId",
         t.centre_id as "centreId", t.level, t.started_on as "startedOn", t.ended_on as "endedOn", t.note,
         c.name as "companyName", z.name as "centreName", z.code as "centreCode", t.ended_on - 1 as "lastDay", total`;

/** A page of participations; `total` is what is read for the total. */
const participations = (total: string): string => `
    ${PARTICIPATION}
      from (select *, ${total} as total
              from participations where deleted_at is null order by started_on desc, id limit 25 offset $1::int) t
      join companies c on c.id = t.company_id join centres z on z.id = t.centre_id
     order by t.started_on desc, t.id`;

/** Each takes what differs between requests: a page's offset, or the words that are searched. */
const STATEMENTS: Record<string, string> = {
  companies: `
    ${COMPANY}
      from (select *, (select count(*) from companies where deleted_at is null and merged_into_id is null) as total
              from companies where deleted_at is null and merged_into_id is null
             order by name, id limit 25 offset $1::int) t ${BESIDE}
     order by t.name, t.id`,
  search: `
    ${COMPANY}
      from (select *, count(*) over () as total
              from companies t
             where deleted_at is null and merged_into_id is null
               and (${FOUND.replaceAll('(w)', "(split_part($1, ' ', 1))")})
               and (${FOUND.replaceAll('(w)', "(split_part($1, ' ', 2))")})
             order by ${BEST_FIRST} limit 25) t ${BESIDE}
     order by ${BEST_FIRST}`,
  participations: participations(`(select count(*) from participations where deleted_at is null)`),
  // The total is known: what is read is whether the register is still as it was when it was counted.
  'participations-known': participations(`(select known_at from knowledge_clock)`),
  // A table of the same columns, indexes and constraints, which keeps no history, no trail and no clock.
  'bare-participations': `
    insert into bare_participations (company_id, centre_id, level, started_on)
    select company_id, centre_id, level, started_on
      from json_populate_record(null::bare_participations, $1::json)
    returning *`,
  session: `
    select u.id, u.email, u.name, u.role, u.centre_ids as "centreIds", s.expires_at as "endsAt"
      from sessions s join users u on u.id = s.user_id where s.token_hash = decode($1, 'hex')`,
};

const [url] = process.argv.slice(2);
const pool = new pg.Pool({
  connectionString: url,
  max: 10,
  options: '-c timezone=UTC -c pg_trgm.word_similarity_threshold=0.5',
});

/** How many there are, by the state of the register in which they were counted. */
const totals = new Map<string, number>();

async function rowsOf(path: string, parameter: string): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query<Record<string, unknown>>({
    name: path,
    text: STATEMENTS[path] ?? '',
    values: [parameter],
  });
  return rows;
}

/** The total that was counted in this state; counted now where none was. */
async function totalIn(state: unknown): Promise<number> {
  const known = totals.get(String(state));
  if (known !== undefined) return known;
  const { rows } = await pool.query<{ count: string }>(
    'select count(*) from participations where deleted_at is null',
  );
  const total = Number(rows[0]?.count);
  totals.set(String(state), total);
  return total;
}

/** `/companies?50`, `/search?jansen%20metaal`. */
async function answer(address: string): Promise<string> {
  const [path = '', parameter = ''] = address.slice(1).split('?');
  const rows = await rowsOf(path, decodeURIComponent(parameter));
  const data = rows.map(({ total: _, ...record }) => record);
  const [first] = rows;
  const total = path === 'participations-known' ? await totalIn(first?.total) : Number(first?.total ?? 0);
  return JSON.stringify({ data, total });
}

/** What answers cost where a framework, and nothing of a product, is in between. */
const app = express();
app.get('/express/live', (_request, response) => void response.json({ status: 'ok' }));
app.get('/express/session', async (request, response) => {
  const [row] = await rowsOf('session', request.query.token as string);
  const { endsAt, ...person } = row ?? {};
  response.json({ ...person, session: { endsAt, idleSeconds: Number(request.query.idle) } });
});

const server = createServer((request, response) => {
  if (request.url?.startsWith('/express/')) {
    app(request, response);
    return;
  }
  void answer(request.url ?? '').then((body) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
