import { LANGUAGES, type Language } from '@fieldlab/domain';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** English unless the reader asks for Dutch (Accept-Language). */
export function languageOf(request: Request): Language {
  const accepted = request.acceptsLanguages('en', ...LANGUAGES); // without a preference the first is taken
  return LANGUAGES.find((language) => language === accepted) ?? 'en';
}

export const AcceptedLanguage = createParamDecorator((_: unknown, context: ExecutionContext) =>
  languageOf(context.switchToHttp().getRequest<Request>()),
);
