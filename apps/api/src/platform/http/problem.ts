import { HttpException } from '@nestjs/common';
import { DomainError, ERRORS, type ErrorCode, type InputFault, type Language } from '@fieldlab/domain';
import { asDomainError } from '../database/database-errors';

/** An answer that says no, after RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  errors?: readonly InputFault[];
  about?: Readonly<Record<string, string>>;
  requestId: string;
}

/** What the framework itself refuses, by the status it gives; anything else of its is a bad request. */
const CODE_BY_STATUS: Partial<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

/** Every error as a DomainError; undefined for what nobody foresaw. */
export function foreseen(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException) return fromFramework(error.getStatus(), error.message);
  const status = statusOf(error);
  if (status !== undefined) return fromFramework(status, error instanceof Error ? error.message : '');
  return asDomainError(error);
}

function fromFramework(status: number, message: string): DomainError | undefined {
  if (status >= 500 && status !== 503) return undefined;
  const code = CODE_BY_STATUS[status] ?? 'MALFORMED';
  return new DomainError(code, code === 'NOT_FOUND' ? 'There is nothing at this address.' : message);
}

/** Errors of body-parser and its like carry a status of 4xx. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

export function toProblem(error: DomainError | undefined, requestId: string, language: Language): Problem {
  const code = error?.code ?? 'INTERNAL';
  const { status, [language]: title } = ERRORS[code];
  return {
    type: `urn:fieldlab:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail:
      error?.message ?? `${title}. Nothing was changed. Tell the administrator this number: ${requestId}`,
    code,
    ...(error && error.faults.length > 0 ? { errors: error.faults } : {}),
    ...(error?.about && Object.keys(error.about).length > 0 ? { about: error.about } : {}),
    requestId,
  };
}
