import type { INestApplicationContext } from '@nestjs/common';
import { addDays, daysOfQuarter, quarterOf } from '@fieldlab/domain';
import { authorshipOf, type Actor } from '../../access/actor';
import { FiguresService } from '../../modules/figures/figures.service';
import { NotesService } from '../../modules/notes/notes.module';
import { RoundsService } from '../../modules/rounds/rounds.service';
import { TargetsService } from '../../modules/targets/targets.service';
import { Database, type SqlClient } from '../../platform/database/database';
import { UnitOfWork, type Authorship } from '../../platform/database/unit-of-work';
import { LATE_FIELDLAB, type People } from './people';

/** What lies on the desks of those who work with the demonstration on a day. */
export async function fillDesks(
  app: INestApplicationContext,
  { people, by, today }: { people: People; by: Authorship & { actorName: string }; today: string },
): Promise<void> {
  const administrator: Actor = { ...people.evaluator, id: '', name: by.actorName, role: 'ADMIN' };
  await openRound(app, administrator, { by, today });
  await setTargets(app, administrator, { by, today });
  await writeNotes(app, people.coordinator, today);
}

/** The quarter that ended last, as the centres answer for it. */
export const lastQuarter = (today: string): string =>
  quarterOf(addDays(daysOfQuarter(quarterOf(today)).firstDay, -1));

const DAYS_LATE = 6;

async function openRound(
  app: INestApplicationContext,
  administrator: Actor,
  { by, today }: { by: Authorship; today: string },
): Promise<void> {
  const period = lastQuarter(today);
  const { lastDay } = daysOfQuarter(period);
  const wanted = addDays(today, -DAYS_LATE);
  const dueOn = wanted < lastDay ? lastDay : wanted;
  await app.get(UnitOfWork).run(by, async (tx) => {
    const { id } = await app.get(RoundsService).createWithin(tx, administrator, { period, dueOn });
    await submitAllBut(tx.client, id, LATE_FIELDLAB);
  });
}

/** Every other centre has confirmed all of its participations, in the days before they were due. */
async function submitAllBut(client: SqlClient, roundId: string, late: string): Promise<void> {
  await client.query(
    `insert into round_submissions (round_id, centre_id)
     select round_id, centre_id from round_board where round_id = $1 and code <> $2`,
    [roundId, late],
  );
  await client.query(
    `insert into round_answers (submission_id, participation_id, answer)
     select distinct on (b.submission_id, p.company_id) b.submission_id, p.id, 'CONFIRMED'
       from round_board b
       join participations p on p.centre_id = b.centre_id and p.level >= 'PARTICIPANT'
        and p.started_on < b.ended_on and (p.ended_on is null or p.ended_on >= b.ended_on)
      where b.round_id = $1 and b.submission_id is not null
      order by b.submission_id, p.company_id, p.started_on desc`,
    [roundId],
  );
  await client.query(
    `update round_submissions s
        set before_submit = jsonb_build_object('was', to_jsonb(s), 'ended', '[]'::jsonb, 'answers', '{}'::jsonb),
            status = 'SUBMITTED', submitted_by = 'Coördinator ' || z.name,
            submitted_at = least(now(), r.due_on - (get_byte(sha256(z.code::bytea), 0) % 9) + time '10:00')
       from rounds r, centres z
      where s.round_id = $1 and r.id = s.round_id and z.id = s.centre_id`,
    [roundId],
  );
}

/** How much of a target is there on the day, and when it is due: at the end of so many years on. */
const TARGETS = [
  { indicator: 'companies_participated', reached: 0.96, years: 0 },
  { indicator: 'spin_offs', reached: 0.88, years: 1 },
  { indicator: 'investment_realised', reached: 0.9, years: 1 },
  { indicator: 'jobs', reached: 0.72, years: 0 },
  { indicator: 'people_trained', reached: 1.08, years: 0 },
];

async function setTargets(
  app: INestApplicationContext,
  administrator: Actor,
  { by, today }: { by: Authorship; today: string },
): Promise<void> {
  const indicators = TARGETS.map(({ indicator }) => indicator);
  const { figures } = await app.get(FiguresService).compute({ asOf: today, indicators }, 'nl');
  await app.get(UnitOfWork).run(by, async (tx) => {
    for (const { indicator, reached, years } of TARGETS) {
      const now = Number(figures.find((figure) => figure.indicator === indicator)?.value ?? 0);
      const value = roundedUp(now / reached);
      const dueOn = `${Number(today.slice(0, 4)) + years}-12-31`;
      await app.get(TargetsService).createWithin(tx, administrator, { indicator, dueOn, value });
    }
  });
}

/** To a number that somebody would choose: with two digits before the zeros. */
function roundedUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1);
  return Math.ceil(value / unit) * unit;
}

/** What the coordinator wrote, and in how many days it is due; without days it is no follow-up. */
const NOTES: readonly (readonly [text: string, due?: number, done?: number])[] = [
  ['Bellen over het vervolg op de scan; zij wilden eerst het weekend erover nadenken.', -3],
  ['Afspraak maken voor een rondleiding met de nieuwe productiechef.', 2],
  ['Offerte voor de proefopstelling nasturen.', 6],
  ['Vragen of de cijfers over nieuwe banen al bekend zijn.', 16],
  ['Deelt de meetopstelling graag met andere deelnemers; denkt aan een open middag in het voorjaar.'],
  ['Heeft twee stageplaatsen voor mbo-studenten mechatronica.'],
  ['Overeenkomst getekend terug ontvangen.', -20, -18],
  ['Bewijs van de productiestart opvragen: een foto van de lijn is genoeg.', 9],
];

async function writeNotes(app: INestApplicationContext, coordinator: Actor, today: string): Promise<void> {
  const { rows } = await app.get(Database).pool.query<{ companyId: string; centreId: string }>(
    `select p.company_id as "companyId", p.centre_id as "centreId"
       from participations p join company_numbers n on n.company_id = p.company_id
      where p.centre_id = any($1::uuid[]) and p.ended_on is null and p.level >= 'PARTICIPANT' and p.deleted_at is null
      order by n.number desc limit $2`,
    [coordinator.centreIds, NOTES.length],
  );
  const day = (days: number | undefined) => (days === undefined ? null : addDays(today, days));
  await app.get(UnitOfWork).run(authorshipOf(coordinator), async (tx) => {
    for (const [index, place] of rows.entries()) {
      const [text = '', due, done] = NOTES[index] ?? [];
      const note = { ...place, text, dueOn: day(due), doneOn: day(done) };
      await app.get(NotesService).createWithin(tx, coordinator, note);
    }
  });
}
