import pg from 'pg';
import type { FaultyWay } from '../support/faulty-way';
import { childrenOf } from '../support/processes-of';
import { seconds, underLoad, type Stage } from './stage';

/** A program whose database is a server of its own, reached by a way that can fail. */
export interface SceneStage extends Stage {
  way: FaultyWay;
  ownerUrl: string;
  /** Of the database server. */
  postmaster: number;
}

export interface Scene {
  name: string;
  /** @returns faults beside what was lost: sentences */
  play(stage: SceneStage): Promise<string[]>;
}

const MINUTE_S = 60;
const HALF_S = 30;
const SLOW = { forS: 15, delayMs: 30 };

export const SCENES: readonly Scene[] = [
  { name: `database stopped for ${MINUTE_S} s`, play: stoppedDatabase },
  { name: `nothing reaches the database for ${HALF_S} s`, play: (stage) => halfNetwork(stage, 'to-server') },
  {
    name: `nothing comes from the database for ${HALF_S} s`,
    play: (stage) => halfNetwork(stage, 'to-client'),
  },
  { name: `every answer of the database ${SLOW.delayMs} ms later for ${SLOW.forS} s`, play: slowDatabase },
  { name: 'clock of the database an hour back', play: clockSetBack },
  { name: 'ended in the midst of writing', play: ended },
];

async function stoppedDatabase(stage: SceneStage): Promise<string[]> {
  const faults: string[] = [];
  const isStarted = await underLoad(stage, async () => {
    const stopped = [stage.postmaster, ...(await childrenOf(stage.postmaster))];
    try {
      for (const pid of stopped) process.kill(pid, 'SIGSTOP');
      await seconds(MINUTE_S / 2);
      faults.push(...(await faultsOfHealth(stage)));
      await seconds(MINUTE_S / 2);
    } finally {
      for (const pid of stopped) resume(pid);
    }
  });
  return [...faults, ...(isStarted ? ['The program ended.'] : [])];
}

async function halfNetwork(stage: SceneStage, dropped: 'to-server' | 'to-client'): Promise<string[]> {
  const faults: string[] = [];
  const isStarted = await underLoad(stage, async () => {
    await seconds(2);
    stage.way.become({ dropped });
    await seconds(HALF_S);
    faults.push(...(await faultsOfHealth(stage)));
    stage.way.become('none');
  });
  return [...faults, ...(isStarted ? ['The program ended.'] : [])];
}

async function slowDatabase(stage: SceneStage): Promise<string[]> {
  const before = stage.noted.companies.size;
  await underLoad(stage, async () => {
    stage.way.become({ delayMs: SLOW.delayMs });
    await seconds(SLOW.forS);
    stage.way.become('none');
  });
  return stage.noted.companies.size > before ? [] : ['Nothing was written while the database was slow.'];
}

/**
 * The register's clock is its database's. That it was set back is the same as that the last change is of an hour later,
 * which needs nobody to touch the clock of the machine.
 */
async function clockSetBack(stage: SceneStage): Promise<string[]> {
  const owner = new pg.Client({ connectionString: stage.ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string }>(
      `with later as (update knowledge_clock set known_at = known_at + interval '1 hour')
       select coalesce(max(id), 0)::text as id from revisions`,
    );
    const before = stage.noted.companies.size;
    await underLoad(stage, () => seconds(5));
    const { rowCount: steps } = await owner.query(
      `select from (select known_at, lag(known_at) over (order by id) as earlier from revisions
                     where id > $1 and not late and known_at is not null) r where known_at <= earlier`,
      [rows[0]?.id],
    );
    return [
      ...(stage.noted.companies.size > before ? [] : ['Nothing was written after the clock was set back.']),
      ...(steps === 0 ? [] : [`${steps} changes are known before the ones before them.`]),
    ];
  } finally {
    await owner.end();
  }
}

/** As Ctrl-C and a container's end do. What was asked before is answered; it ends well, and by itself. */
async function ended(stage: SceneStage): Promise<string[]> {
  const before = stage.noted.companies.size;
  await underLoad(stage, async () => {
    await seconds(3);
    await stage.program.stop();
  });
  return stage.noted.companies.size > before ? [] : ['Nothing was written before it ended.'];
}

/** It lives, says that it is not ready, and tells so at once. */
async function faultsOfHealth({ program }: SceneStage): Promise<string[]> {
  const status = async (path: string): Promise<number> => {
    const answer = await fetch(`${program.url}${path}`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    return answer?.status ?? 0;
  };
  const [live, ready] = [await status('/health/live'), await status('/health/ready')];
  return [
    ...(live === 200 ? [] : [`/health/live answered ${live}.`]),
    ...(ready === 503 ? [] : [`/health/ready answered ${ready}.`]),
  ];
}

/** One that ended meanwhile needs nothing. */
function resume(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
