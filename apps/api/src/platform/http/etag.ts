import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError } from '@fieldlab/domain';
import type { Request, Response } from 'express';

/** Every answer with one record says its version. */
export function sayVersion(response: Response, { version }: { version: number }): void {
  response.setHeader('ETag', `"${version}"`);
}

/**
 * The version in If-Match that a change is meant for.
 * @throws DomainError VERSION_REQUIRED without one, INVALID_INPUT's kin MALFORMED for one that is no version.
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().get('If-Match');
  if (header === undefined) {
    throw new DomainError('VERSION_REQUIRED', 'Say which version you saw: If-Match: "VERSION".');
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new DomainError('MALFORMED', 'If-Match is not a version; write for example "3".');
  return Number(version);
});

/** Describes the If-Match header of a route that changes a version. */
export const ApiIfMatch = () =>
  ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The version that the change is meant for, as its ETag said.',
    schema: { type: 'string', pattern: '^(W/)?"\\d{1,9}"$' },
    example: '"3"',
  });

/** The header of an answer that holds one record. */
export const ETAG_HEADER = { ETag: { $ref: '#/components/headers/ETag' } };
