import {
  HttpStatus,
  HttpException,
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { DomainError, errorSentence } from '@fieldlab/domain';
import { catchError, throwError, type Observable } from 'rxjs';
import { FILE_OPTIONS, type FileOptions } from '../../platform/files/file-options';

const TOO_LARGE: number = HttpStatus.PAYLOAD_TOO_LARGE;

/** Says of a file that is too large how large one may be. */
@Injectable()
export class TooLargeInterceptor implements NestInterceptor {
  constructor(@Inject(FILE_OPTIONS) private readonly options: FileOptions) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(catchError((error: unknown) => throwError(() => this.explained(error))));
  }

  private explained(error: unknown): unknown {
    const isTooLarge = error instanceof HttpException && error.getStatus() === TOO_LARGE;
    if (!isTooLarge) return error;
    const about = { mostBytes: String(this.options.mostBytes) };
    return new DomainError('PAYLOAD_TOO_LARGE', errorSentence('PAYLOAD_TOO_LARGE', about, 'en'), [], about);
  }
}
