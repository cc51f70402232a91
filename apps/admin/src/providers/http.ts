import { ApiError, unwrap, type Problem } from '@fieldlab/api-client';
import { HttpError } from 'react-admin';
import { api } from './api';
import { loadRefusalWords } from './refusal-words';

export type Query = Readonly<Record<string, unknown>>;

interface Sent {
  query?: Query | undefined;
  body?: object | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  signal?: AbortSignal | undefined;
  /** A refusal is an answer like another, of which nobody is told: no words for it are fetched. */
  isUntold?: boolean;
}

type Verb = 'GET' | 'POST' | 'PATCH' | 'DELETE';
interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}
type Untyped = Record<Verb, (path: string, init: object) => Promise<Answer>>;

/**
 * One request to a resource whose name is only known at run time. The client's own functions are typed by literal
 * paths; where the path is known, use `api` itself.
 * @throws HttpError as react-admin wants it; its `body` is the problem+json, with `errors` by field.
 */
export async function request<T>(verb: Verb, path: string, sent: Sent = {}): Promise<T> {
  const { query, body, headers, signal, isUntold = false } = sent;
  const init = { params: { query: query ?? {} }, ...(body && { body }), headers, signal };
  const pending = unwrap((api as unknown as Untyped)[verb](`/api/v1${path}`, init));
  return (await withHttpErrors(pending, isUntold)) as T;
}

/** Turns the API's refusals, and a network that is not there, into errors that react-admin understands. */
export async function withHttpErrors<T>(pending: Promise<T>, isUntold = false): Promise<T> {
  try {
    return await pending;
  } catch (error) {
    if (error instanceof ApiError) {
      if (!isUntold) await loadRefusalWords();
      throw asHttpError(error.problem);
    }
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new HttpError('frame.errors.network', 0, { code: 'NETWORK' });
  }
}

/** A refusal as react-admin wants it. */
export function asHttpError(problem: Problem): HttpError {
  const faults = problem.errors ?? [];
  const errors = Object.fromEntries(faults.map((fault) => [fault.path, faultKey(fault)]));
  const body = { ...problem, ...(faults.length > 0 && { errors }), faults };
  return new HttpError(problem.detail || problem.title, problem.status, body);
}

export interface InputFault {
  path: string;
  message: string;
  code?: string | undefined;
  about?: Readonly<Record<string, string>> | undefined;
}

/** Forms keep what is wrong with a field as one text, which `useFaultText` reads. */
export const faultKey = ({ code, about, message }: InputFault): string =>
  `${CODED}${JSON.stringify([code ?? '', about ?? {}, message])}`;

const CODED = 'fault:';

/** What `faultKey` was made of; undefined for what our own forms say. */
export const codedFault = (
  key: string,
): [code: string, about: Record<string, string>, message: string] | undefined =>
  key.startsWith(CODED)
    ? (JSON.parse(key.slice(CODED.length)) as [string, Record<string, string>, string])
    : undefined;

export interface Refusal {
  status: number;
  code: string;
  detail: string;
  requestId?: string | undefined;
  /** What it is about: with dependants, how many of which resource. */
  about: Readonly<Record<string, string>>;
  /** What was wrong with which field. */
  faults: readonly InputFault[];
}

/** What an error said, whoever threw it. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof HttpError))
    return { status: 0, code: 'UNKNOWN', detail: String(error), about: {}, faults: [] };
  const { status, message } = error as { status: number; message: string };
  const body = (error as { body: unknown }).body as
    (Partial<Problem> & Partial<Pick<Refusal, 'faults'>>) | null;
  return {
    status,
    code: body?.code ?? 'UNKNOWN',
    detail: message,
    requestId: body?.requestId,
    about: body?.about ?? {},
    faults: body?.faults ?? [],
  };
}
