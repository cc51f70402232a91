import { onStatement } from './asked-statements';

/** Of so many letters a statement is put together from parts, so that the sources do not show what is asked in the end. */
const LARGE = 700;
const PLUMBING = 'apps/api/src/platform/database/';

/** The large statements that the program asked while something ran, each with the file that asked for it. */
export async function statementsOf(run: () => PromiseLike<unknown>): Promise<string> {
  const asked = new Set<string>();
  const end = onStatement(({ from, text }) => {
    if (text.length < LARGE) return;
    const place = from.find((line) => !line.startsWith(PLUMBING)) ?? from[0];
    asked.add(`-- ${place?.replace(/:\d+$/, '') ?? ''}\n${dedented(text).join('\n')};\n`);
  });
  try {
    await run();
  } finally {
    end();
  }
  return [...asked].sort().join('\n');
}

/** Its lines without what all of them are indented by, and without empty ones. */
function dedented(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [, ...rest] = lines.map((line) => line.length - line.trimStart().length);
  const least = Math.min(...rest);
  return lines.map((line, index) => (index === 0 ? line.trim() : line.slice(least).trimEnd()));
}
