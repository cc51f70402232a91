import { nothingYet } from '../load';
import { losses, say, seconds, underLoad, written, type Stage } from '../stage';
import { PastFigures } from '../cluster/past-figures';
import { ask } from '../together';
import { ArchivedServer, restoringProgram } from './archived-server';

const WRITES_S = 4;

interface Options {
  folder: string;
  undo: (step: () => Promise<unknown>) => void;
  /** Begins the program on a database, with nothing in its register. */
  begin: (environment: NodeJS.ProcessEnv) => Promise<Stage>;
}

/**
 * A server is lost, and put back to a moment from a backup that was made under load and from the archive of its log:
 * what was written before is there, what came later is gone, and the past is what it was.
 */
export async function playPointInTime({
  folder,
  undo,
  begin,
}: Options): Promise<{ stage: Stage; lost: string[] } | undefined> {
  const pgbackrest = restoringProgram();
  if (typeof pgbackrest !== 'string') {
    say(`A restore to a moment is not tried: ${pgbackrest.missing.join(' and ')} of Debian not installed.`);
    return undefined;
  }
  say('A server is lost, and put back to a moment by pgbackrest.');
  const server = await ArchivedServer.make(pgbackrest, folder);
  undo(() => server.stop());
  const stage = await begin(await server.makeRegister());
  const { program, token } = stage;
  const past = new PastFigures(program.url, token);
  await underLoad(stage, async () => {
    await seconds(1);
    await past.remember();
    await server.backUp();
    await past.remember();
  });
  await underLoad(stage, () => seconds(WRITES_S));
  await past.remember();
  const moment = await server.now();
  const later: Stage = { ...stage, noted: nothingYet() };
  await underLoad(later, () => seconds(WRITES_S));
  await server.archived();
  await program.kill();
  await server.destroy();
  const begun = Date.now();
  await server.restore(moment);
  const tookS = (Date.now() - begun) / 1000;
  await program.start();
  const lost = [...(await losses(stage)), ...(await past.faults()), ...(await leftOf(later))];
  say(
    `      ${written(stage.noted)} before ${moment} are there, ${later.noted.companies.size} companies of later are gone, ` +
      `figures as known at ${past.count} instants are the same; put back in ${tookS.toFixed(1)} s`,
  );
  return { stage, lost };
}

/** What was written after the moment, and is there all the same: sentences. */
async function leftOf({ program, token, noted }: Stage): Promise<string[]> {
  const left: string[] = noted.companies.size === 0 ? ['Nothing was written after the moment.'] : [];
  for (const [id, { name }] of noted.companies) {
    const { status } = await ask(program.url, `/companies/${id}`, { token });
    if (status !== 404) left.push(`Company ${name} came after the moment, and answers ${status}.`);
  }
  return left;
}
