import { mkdirSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { ensureReady } from './ensure-ready.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { Refusal, at, main, readText, runNode, say } from './lib/project.mjs';
import { rowFaults } from './lib/row-faults.mjs';

/** Tests wait for answers; nobody waits for a check before all is done. */
const CHECKS_NICENESS = 10;
const RESULTS = at('.cache', 'vitest.json');
const ROWS_SEEN = at('.cache', 'rows-seen');

/** Kinds of tests, by the projects of vitest.config.ts that they are. */
const KINDS = {
  unit: ['unit'],
  components: ['components'],
  api: ['api', 'extended'],
  browser: ['browser'],
};
/** Kinds that a browser draws. */
const DRAWN = ['components', 'browser'];
/** Kinds that ask the built program. */
const BUILT = ['api', 'browser'];

const projectsOf = (...kinds) => kinds.flatMap((kind) => KINDS[kind]).map((name) => `--project=${name}`);

/** Runs the tests of one kind, all or those of some files, as vitest shows them. */
async function runSome(kind, files) {
  if (!KINDS[kind]) throw new Refusal(`There are no tests called ${kind}.`);
  const chromium = DRAWN.includes(kind) ? ensureChromium() : undefined;
  if (DRAWN.includes(kind) && !chromium) return 1;
  if (BUILT.includes(kind)) await build('api', 'admin');
  const { code } = await runNode(
    [at('node_modules/vitest/vitest.mjs'), 'run', ...projectsOf(kind), ...files],
    {
      env: { CHROMIUM_PATH: chromium ?? '' },
      output: 'inherit',
    },
  );
  return code;
}

async function runTests(chromium) {
  mkdirSync(at('.cache'), { recursive: true });
  rmSync(RESULTS, { force: true });
  rmSync(ROWS_SEEN, { recursive: true, force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  // Named one by one: of two that are left out, Vitest would run each for not being the other.
  const undrawn = Object.keys(KINDS).filter((kind) => !DRAWN.includes(kind));
  const projects = chromium ? [] : projectsOf(...undrawn);
  const { code } = await runNode([at('node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...projects], {
    env: { CHROMIUM_PATH: chromium ?? '', ROWS_SEEN },
    output: 'inherit',
  });
  return { code, ...count(JSON.parse(readText(RESULTS) ?? '{}')) };
}

/** A file that could not even be loaded holds no test that failed, yet it did. */
function count({
  numPassedTests = 0,
  numFailedTests = 0,
  numPendingTests = 0,
  numTodoTests = 0,
  testResults = [],
}) {
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
    retried: testResults.flatMap(({ assertionResults }) => assertionResults.filter(neededSecondTry)),
  };
}

/** Passed in the end, with what went wrong the first time kept beside it. */
const neededSecondTry = ({ status, failureMessages }) => status === 'passed' && failureMessages?.length > 0;

await main(async () => {
  const [kind, ...files] = process.argv.slice(2);
  await ensureReady();
  if (kind !== undefined) return runSome(kind, files);
  const chromium = ensureChromium();
  // Lint alone keeps one core busy for two minutes: the tests need not wait for it, nor for their own processes.
  const checking = check({ niceness: CHECKS_NICENESS });
  await build('api', 'admin');
  const tests = await runTests(chromium);
  const failedChecks = await checking;
  // The check of types wrote what each statement's rows are said to be; the tests, what the database answered.
  const wrongRows = rowFaults(at('.cache', 'row-types.json'), ROWS_SEEN);
  if (failedChecks.length > 0) say(`\nFailed: ${failedChecks.join(', ')}.`);
  for (const { fullName, failureMessages } of tests.retried) {
    say(`Needed a second try: ${fullName}\n  ${failureMessages[0].split('\n')[0]}`);
  }
  // An error outside any test fails the run without failing a test.
  const unexplained = tests.code !== 0 && tests.failed === 0 ? 1 : 0;
  const missingBrowser = process.env.CI && !chromium ? 1 : 0;
  if (missingBrowser) say('CI must have a browser.');
  const failed = tests.failed + failedChecks.length + wrongRows + unexplained + missingBrowser;
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
  const retried = tests.retried.length > 0 ? `, ${tests.retried.length} on a second try` : '';
  process.stdout.write(`${tests.passed} passed, ${failed} failed${skipped}${retried}\n`);
  return failed > 0 ? 1 : 0;
});
