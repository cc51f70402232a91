import type { FiguresAnswer } from '@fieldlab/domain';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { FiguresService } from '../modules/figures/figures.service';
import type { KnownFigures } from '../platform/database/backup/backup-format';
import type { Database } from '../platform/database/database';

const DAY = 10;

/** Computes every figure as it was known at each instant, on the day of the latest. */
export async function figuresKnownAt(
  database: Database,
  instants: readonly { knownAt: string; asOf: string }[],
): Promise<KnownFigures[]> {
  const app = await NestFactory.createApplicationContext(AppModule.with(database), { logger: ['error'] });
  try {
    const figures = app.get(FiguresService);
    const known: KnownFigures[] = [];
    for (const { knownAt, asOf } of instants)
      known.push({ knownAt, asOf, values: valuesOf(await figures.compute({ knownAt, asOf }, 'en')) });
    return known;
  } finally {
    await app.close();
  }
}

/** The instants of a backup, each with the day of its making. */
export const askedAt = (instants: readonly Date[], now: Date): { knownAt: string; asOf: string }[] =>
  instants.map((instant) => ({ knownAt: instant.toISOString(), asOf: now.toISOString().slice(0, DAY) }));

/** What a figure is now and was not when it was backed up: sentences. A definition that is new or gone is none. */
export function differences(before: KnownFigures, now: KnownFigures): string[] {
  return Object.entries(before.values)
    .filter(([figure, value]) => figure in now.values && now.values[figure] !== value)
    .map(
      ([figure, value]) =>
        `${figure} as known at ${before.knownAt} was ${String(value)} and is ${String(now.values[figure])}.`,
    );
}

const valuesOf = ({ figures }: FiguresAnswer): KnownFigures['values'] =>
  Object.fromEntries(
    figures.map(({ indicator: code, definitionVersion: version, value }) => [`${code}@${version}`, value]),
  );
