import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldlab-duplicates-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

/** `npm run duplicates -- …`, as a person types it. */
const duplicates = (...args: string[]): Promise<Run> =>
  new Promise((resolve) => {
    execFile('npm', ['run', 'duplicates', '--', ...args], { cwd: projectRoot() }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

describe('npm run duplicates', () => {
  it('finds the rows of a list that are one company, under Dutch headings, and numbers them from 1', async () => {
    const list = await file('bedrijven.csv', [
      'Bedrijfsnaam;Postcode;Plaats',
      'Machinefabriek Van der Meulen B.V.;8011 AB;Zwolle',
      'Bakkerij Jansen;3511 AA;Utrecht',
      'V.d. Meulen Machinefabriek BV;8011 AB;Zwolle',
    ]);
    const { status, stdout } = await duplicates(list, '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ pairs: [{ left: 1, right: 3, verdict: 'same' }] });
  });

  it('takes the columns that it is told, and says why in the language asked for', async () => {
    const list = await file('orgs.csv', [
      'org_title,where',
      'Textiles Penhale Ltd,Leeds',
      'Penhale Textiles Limited,Leeds',
    ]);
    const map = ['--map', 'name=org_title,municipality=where'];
    const { stdout } = await duplicates(list, ...map, '--language', 'nl');
    expect(stdout).toContain('Zelfde naam; Zelfde plaats');
  });

  it('scores given pairs in their order, whatever the verdict', async () => {
    const pairs = await file('pairs.csv', [
      'name1,name2,country1,country2',
      'UBS AG,UBS Schweiz AG,,',
      'Koninklijke Philips N.V.,Royal Philips,,',
      'Vandersteen Metaal BV,Vandersteen Metaal GmbH,NL,DE',
    ]);
    const { stdout } = await duplicates('--pairs', pairs, '--format', 'json');
    const { pairs: scored } = JSON.parse(stdout) as { pairs: { verdict: string }[] };
    expect(scored.map(({ verdict }) => verdict)).toEqual(['different', 'same', 'review']);
  });

  it('says what is wrong with the call, and ends with 2', async () => {
    const list = await file('nameless.csv', ['place', 'Zwolle']);
    expect(await duplicates(list)).toMatchObject({ status: 2, stdout: '' });
    expect((await duplicates(list)).stderr).toContain('No column holds the name');
    expect((await duplicates(join(folder, 'nowhere.csv'))).stderr).toContain('There is no file');
  });
});
