import pg from 'pg';

/** What pg answers a statement with. */
export interface StatementAnswer {
  fields?: pg.FieldDef[];
  rows: Record<string, unknown>[];
  /** How this statement's answers are read: pg does not tell of it in its types. */
  _types?: AnswerTypes;
}
export interface AnswerTypes {
  getTypeParser: (oid: number, format: 'text') => (text: string) => unknown;
}

/** A statement of the program, and the lines that asked for it, from the nearest to the farthest. */
interface AskedStatement {
  from: string[];
  text: string;
  answer: Promise<StatementAnswer>;
}
type Listener = (asked: AskedStatement) => void;
type Query = (this: unknown, ...given: unknown[]) => unknown;

const OURS = /[/\\](apps[/\\]api[/\\]src[/\\].+?\.ts)/;
/** A reader of rows, those that it stands on, the transaction, and their caller. */
const DEEPEST = 10;

/** One for a process, in which this module may be loaded again for another project's files, and pg is not. */
const held = globalThis as { statementsAsked?: { listeners: Set<Listener>; places: Map<string, string[]> } };
/** Places are by the lines as they run, which costs little to know; where they are in the sources is looked up once for each. */
const { listeners, places } = (held.statementsAsked ??= { listeners: new Set(), places: new Map() });

/** From now on tells of every statement that a line of the program asks; answers what ends it. */
export function onStatement(listener: Listener): () => void {
  listeners.add(listener);
  for (const prototype of [pg.Pool.prototype, pg.Client.prototype] as { query: Query }[]) {
    if ('isTold' in prototype.query) continue;
    const { query } = prototype;
    const telling: Query = function (this: unknown, ...given) {
      const from = listeners.size > 0 ? whereAsked(telling) : undefined;
      const answer = query.apply(this, given);
      if (from && answer instanceof Promise)
        for (const tell of listeners) tell({ from, text: textOf(given[0]), answer });
      return answer;
    };
    prototype.query = Object.assign(telling, { isTold: true });
  }
  return () => listeners.delete(listener);
}

const textOf = (given: unknown): string =>
  typeof given === 'string' ? given : (given as { text: string }).text;

/** Undefined for a statement that is not asked by a line of the program itself, as those of Prisma are not. */
function whereAsked(above: Query): string[] | undefined {
  const key = linesAsRun(above);
  if (key === undefined) return undefined;
  const known = places.get(key);
  if (known) return known;
  const { stack = '' } = captured(above);
  const from = [];
  for (const line of stack.split('\n').slice(1, DEEPEST + 1)) {
    const [, file, at] = /(apps[/\\]api[/\\]src[/\\].+?\.ts)[^:]*:(\d+):\d+\)?$/.exec(line) ?? [];
    if (file === undefined && line.includes('node:internal')) continue;
    if (file === undefined) break;
    from.push(`${file.replaceAll('\\', '/')}:${at}`);
  }
  places.set(key, from);
  return from;
}

function captured(above: Query): { stack?: string } {
  const holder: { stack?: string } = {};
  Error.captureStackTrace(holder, above);
  return holder;
}

function linesAsRun(above: Query): string | undefined {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (_, sites) =>
    OURS.test(sites[0]?.getFileName() ?? '')
      ? sites
          .slice(0, DEEPEST)
          .map((site) => `${site.getFileName()}:${site.getLineNumber()}:${site.getColumnNumber()}`)
          .join()
      : undefined;
  try {
    return captured(above).stack;
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}
