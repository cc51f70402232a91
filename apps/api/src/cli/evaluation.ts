import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { FiguresAnswer } from '@fieldlab/domain';
import { AppModule } from '../app.module';
import { FiguresService } from '../modules/figures/figures.service';
import { ImportsService } from '../modules/imports/imports.service';
import type { OpenRegister } from '../platform/database/open-register';
import type { EvaluateOptions } from './evaluate-options';
import { figureCsv, writeFigures } from './figure-files';
import { figureTable } from './figure-table';
import { importReport, ProgressBar } from './import-report';

const AUTHORSHIP = { actorId: null, actorName: 'command line' };

/**
 * Imports the workbook and prints its figures.
 * @param say prints a line that is not the answer
 * @returns whether the workbook was imported; false where it has faults, which are printed
 */
export async function evaluate(
  register: OpenRegister,
  options: EvaluateOptions,
  say: (line: string) => void,
): Promise<boolean> {
  const app = await NestFactory.createApplicationContext(AppModule.with(register.database), {
    logger: ['error'],
  });
  const figures = app.get(FiguresService);
  figures.check(options.query);
  const progress = new ProgressBar(process.stderr);
  const result = await app.get(ImportsService).importFile({
    path: options.workbook,
    language: options.language,
    authorship: AUTHORSHIP,
    onProgress: (done, total) => progress.show(done, total),
  });
  progress.clear();
  say(importReport(result, options.language));
  if (result.status === 'REJECTED') return false;
  const answer = await figures.compute(options.query, options.language);
  const { output, language } = options;
  if (output !== undefined) await writeFigures(answer, output, { language, by: options.query.by });
  process.stdout.write(printed(answer, options));
  return true;
}

function printed(answer: FiguresAnswer, { format, language }: EvaluateOptions): string {
  if (format === 'json') return `${JSON.stringify(answer)}\n`;
  return format === 'csv' ? `${figureCsv(answer, language)}\n` : `\n${figureTable(answer, language)}`;
}
