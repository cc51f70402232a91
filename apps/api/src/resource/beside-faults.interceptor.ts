import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { calendarDate, DomainError, invalidInput, type InputFault } from '@fieldlab/domain';
import type { Request } from 'express';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';
import { boundOf } from '../access/actor';
import { actorOf } from '../access/current-actor.decorator';
import { Database } from '../platform/database/database';
import { whollyTold } from '../platform/http/request-parts';
import type { RecordSpec } from './record-spec';
import { referenceFaults } from './references';
import { settlePeriod } from './settle-period';

type Row = Record<string, unknown>;

/**
 * A body that breaks its schema never reaches the service, which is what knows of ids and periods. This adds what the
 * service would have said about the fields that are well-formed, so that people mend everything in one go.
 */
export function besideFaults(spec: RecordSpec): Type<NestInterceptor> {
  @Injectable()
  class BesideFaultsInterceptor implements NestInterceptor {
    constructor(@Inject(Database) private readonly database: Database) {}

    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      const request = context.switchToHttp().getRequest<Request>();
      return next
        .handle()
        .pipe(
          catchError((error: unknown) =>
            from(this.completed(error, request)).pipe(mergeMap((whole) => throwError(() => whole))),
          ),
        );
    }

    private async completed(thrown: unknown, request: Request): Promise<unknown> {
      const error = await whollyTold(thrown, request);
      const actor = actorOf(request);
      if (!actor || !(error instanceof DomainError) || error.code !== 'INVALID_INPUT') return error;
      const fields = wellFormed(spec, request.body);
      const found = [
        ...periodFaults(spec, fields),
        ...(await referenceFaults(this.database, spec, fields, boundOf(actor))),
      ];
      return invalidInput(merged(error.faults, found));
    }
  }
  return BesideFaultsInterceptor;
}

/** The fields of a body that their own schema accepts. */
function wellFormed(spec: RecordSpec, body: unknown): Row {
  if (typeof body !== 'object' || body === null) return {};
  const schemas = new Map(Object.entries(spec.fields).map(([name, { schema }]) => [name, schema]));
  if (spec.period) schemas.set('lastDay', calendarDate);
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const parsed = schemas.get(name)?.safeParse(value);
      return parsed?.success ? [[name, parsed.data]] : [];
    }),
  );
}

/** A period of which only one end was sent is for the service, which knows the other. */
function periodFaults(spec: RecordSpec, fields: Row): InputFault[] {
  const { start } = spec.period ?? spec.order ?? {};
  return start !== undefined && start in fields ? settlePeriod(spec, fields).faults : [];
}

function merged(faults: readonly InputFault[], more: readonly InputFault[]): InputFault[] {
  const known = new Set(faults.map(({ path, message }) => `${path} ${message}`));
  return [...faults, ...more.filter(({ path, message }) => !known.has(`${path} ${message}`))];
}
