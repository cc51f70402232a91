import { DomainError, ERRORS, errorSentence, type ErrorCode, fault } from '@fieldlab/domain';
import { ruleOfConstraint, type ConstraintRule } from './constraint-rules';

/** Refusals that the rules in prisma/migrations raise themselves (function refuse). */
const REFUSED = 'FL409';
/** Data exceptions (class 22): a value that no column could hold, and no schema foresaw. */
const IMPOSSIBLE = /^22...$/;
/** A statement, a wait for a lock or an idle transaction that was ended because it lasted too long. */
const TOOK_TOO_LONG = new Set(['57014', '55P03', '25P03']);
/** Of two that wait for each other, or that read what the other changes, PostgreSQL ends one: nothing of it remains. */
const LOST_RACES = new Set(['40001', '40P01']);
/** What PostgreSQL says of itself, and what systems say of the way to it: of its name, its network and its machine. */
const UNREACHABLE = /^(08...|57P0[1235]|53300)$/;
const NO_WAY = new Set([
  ...[
    'EAI_AGAIN',
    'EAI_FAIL',
    'ENOTFOUND',
    'ENOENT',
    'EADDRNOTAVAIL',
    'ENETDOWN',
    'ENETUNREACH',
    'EHOSTDOWN',
  ],
  ...['EHOSTUNREACH', 'ECONNABORTED', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
]);
/**
 * It follows another server since a moment ago, and a way to the one that is written was not found yet: nothing is
 * written there, and tables that no log tells of are not even read.
 */
const FOLLOWS = new Set(['25006', '0A000']);
/** Its disk or its memory is full, or its disk fails. */
const WITHOUT_MEANS = /^(53...|58030)$/;

const MOST_WRAPPERS = 5;

interface PostgresError {
  code: string;
  message: string;
  constraint?: string | undefined;
  detail?: string | undefined;
}

/** The DomainError that a database error amounts to; undefined when nobody foresaw it. */
export function asDomainError(error: unknown): DomainError | undefined {
  if (isWithoutConnection(error))
    return new DomainError('UNAVAILABLE', 'The database has no connection free; try again in a while.');
  const cause = postgresError(error);
  // Only of what PostgreSQL itself said nothing: its messages may hold any text.
  if (!cause) return isConnectionLost(error) ? unreachable() : undefined;
  const constraint = cause.constraint === undefined ? undefined : ruleOfConstraint(cause.constraint);
  if (constraint) return brokenRule(constraint);
  if (cause.code === REFUSED) return refusal(cause);
  if (IMPOSSIBLE.test(cause.code))
    return new DomainError('INVALID_INPUT', 'A value is not possible: a number, date or id out of range.');
  if (TOOK_TOO_LONG.has(cause.code))
    return new DomainError('UNAVAILABLE', 'The database took longer than it may; try again in a while.');
  if (LOST_RACES.has(cause.code))
    return new DomainError('UNAVAILABLE', 'Others were changing the same; try again in a while.');
  if (UNREACHABLE.test(cause.code) || NO_WAY.has(cause.code)) return unreachable();
  if (FOLLOWS.has(cause.code))
    return new DomainError('UNAVAILABLE', 'The database cannot be written now; try again in a while.');
  if (WITHOUT_MEANS.test(cause.code))
    return new DomainError('UNAVAILABLE', 'The database has no room left; try again when it was given some.');
  return undefined;
}

/** Whether the same may be done again at once. */
export const isLostRace = (error: unknown): boolean => LOST_RACES.has(postgresError(error)?.code ?? '');

const unreachable = (): DomainError => new DomainError('UNAVAILABLE', 'The database cannot be reached now.');

function brokenRule({ code, detail, fault: broken }: ConstraintRule): DomainError {
  return new DomainError(code, detail, broken ? [fault(...broken)] : []);
}

/** What a refusal says that it is about. */
interface About {
  dependants?: Record<string, number>;
  coordinators?: string[];
  centre?: string;
  period?: string;
  chain?: string;
  startedOn?: string;
  centreStartedOn?: string | null;
}

function periodLocked({ centre = '', period = '' }: About): DomainError {
  const sentence = `What ${centre} said of ${period} was accepted; say why it changes, with ?reason=.`;
  const about = { centre, period };
  return new DomainError('PERIOD_LOCKED', sentence, [fault('reason', 'REASON_NEEDED', about)], about);
}

function stillCoordinated(coordinators: readonly string[]): DomainError {
  const names = coordinators.join(', ');
  const sentence = `This centre is still somebody's: ${names}. Give them another centre or role first.`;
  return new DomainError('CENTRE_HAS_COORDINATORS', sentence, [], { coordinators: names });
}

function refusal({ message, detail }: PostgresError): DomainError | undefined {
  if (!(message in ERRORS)) return undefined;
  const code = message as ErrorCode;
  const about = JSON.parse(detail ?? '{}') as About;
  if (code === 'PERIOD_LOCKED') return periodLocked(about);
  if (about.coordinators) return stillCoordinated(about.coordinators);
  if (about.chain !== undefined) {
    const { chain } = about;
    return new DomainError(code, errorSentence(code, { chain }, 'en'), [], { chain });
  }
  const counts = Object.fromEntries(
    Object.entries(about.dependants ?? {}).map(([table, count]) => [table.replace('_', '-'), String(count)]),
  );
  const dates = Object.entries({
    startedOn: about.startedOn,
    centreStartedOn: about.centreStartedOn,
  }).flatMap(([name, date]) => (typeof date === 'string' ? [[name, date] as const] : []));
  const counted = Object.entries(counts).map(([resource, count]) => `${count} ${resource}`);
  const known = { ...counts, ...Object.fromEntries(dates) };
  const sentence =
    counted.length > 0
      ? `${ERRORS[code].en}: ${counted.join(', ')}.`
      : errorSentence(code, Object.fromEntries(dates), 'en');
  return new DomainError(code, sentence, [], known);
}

/** Prisma waited in vain for a connection to begin a transaction on. */
const isWithoutConnection = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2028';

/** What Prisma says of a connection that cannot be made, took too long, or ended. */
const LOST_TO_PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017']);
const LOST_TO_ITS_DRIVER = new Set(['ConnectionClosed', 'DatabaseNotReachable', 'SocketTimeout']);
/** What pg says without a code: the other side, or a proxy that leads to nobody, closed the connection without a word. */
const LOST_TO_PG = [
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'timeout exceeded when trying to connect',
];

/** Looks through the wrappers of Prisma and its driver adapter for a connection that is no more. */
function isConnectionLost(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > MOST_WRAPPERS) return false;
  const { code, kind, message, cause, meta, driverAdapterError } = error as Record<string, unknown>;
  const isNamed = [
    LOST_TO_PRISMA.has(String(code)),
    LOST_TO_ITS_DRIVER.has(String(kind)),
    typeof message === 'string' && LOST_TO_PG.some((one) => message.includes(one)),
  ].includes(true);
  return isNamed || [cause, meta, driverAdapterError].some((inner) => isConnectionLost(inner, depth + 1));
}

/** Looks through the wrappers of Prisma and its driver adapter for what PostgreSQL said. */
function postgresError(error: unknown, depth = 0): PostgresError | undefined {
  if (typeof error !== 'object' || error === null || depth > MOST_WRAPPERS) return undefined;
  const candidate = error as Record<string, unknown>;
  const code = candidate.originalCode ?? candidate.code;
  if (typeof code === 'string' && /^([0-9A-Z]{5}|E[A-Z_]+)$/.test(code) && !/^P\d{4}$/.test(code)) {
    const message = text(candidate.originalMessage) ?? text(candidate.message) ?? '';
    return {
      code,
      message,
      constraint: text(candidate.constraint) ?? constraintIn(message),
      detail: text(candidate.detail),
    };
  }
  return (
    postgresError(candidate.cause, depth + 1) ??
    postgresError(candidate.meta, depth + 1) ??
    postgresError(candidate.driverAdapterError, depth + 1)
  );
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Prisma keeps the sentence and drops the field. */
const constraintIn = (message: string): string | undefined => /constraint "([^"]+)"/.exec(message)?.[1];
