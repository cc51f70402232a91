import { afterAll, beforeAll, expect, it } from 'vitest';
import { addUser } from '../support/actors';
import { signIn, startBrowserRun, type BrowserRun } from '../support/browser';
import { Reader, READERS, type Word } from '../support/browser-reader';
import { demonstrationWithFaults } from '../support/faulty-workbook';
import { startMailServer, type MailServer } from '../support/mail-server';
import type { Caller } from '../support/register';

let mail: MailServer;
let run: BrowserRun;
let admin: Caller;

beforeAll(async () => {
  mail = await startMailServer();
  run = await startBrowserRun({
    mail: { smtpUrl: mail.url, from: 'register@register.example', outboxDir: 'unused' },
  });
  admin = await run.register.as('ADMIN');
});
afterAll(async () => {
  await run.close();
  await mail.close();
});

async function makesCentre(reader: Reader, name: string): Promise<void> {
  await reader.goes(['Fieldlabs & hubs', 'Fieldlabs & hubs']);
  await reader.press('link', ['Praktijkomgeving toevoegen', 'Add centre']);
  await reader.fill(['Naam', 'Name'], name);
  await reader.fill(['Code', 'Code'], `FL-${reader.seat.language.toUpperCase()}`);
  await reader.choose(['Soort', 'Kind'], ['Fieldlab', 'Fieldlab']);
  await reader.choose(['Provincie', 'Province'], ['Overijssel', 'Overijssel']);
  await reader.fill(['Gestart op', 'Started on'], '1-9-2026');
  await reader.press('button', ['Opslaan', 'Save']);
  await reader.page.getByRole('heading', { level: 1, name }).waitFor();
}

async function invites(reader: Reader, name: string): Promise<void> {
  const email = `noor-${reader.seat.language}@people.example`;
  await reader.goes(['Gebruikers', 'Users']);
  await reader.press('link', ['Gebruiker toevoegen', 'Add user']);
  await reader.fill(['Naam', 'Name'], 'Noor Bakker');
  await reader.fill(['E-mailadres', 'E-mail address'], email);
  await reader.find(['Eigen fieldlabs & hubs', 'Own fieldlabs & hubs'], 'Drones', [`${name}…`, `${name}…`]);
  await reader.press('button', ['Opslaan', 'Save']);
  await reader.the('link', ['Noor Bakker', 'Noor Bakker']).waitFor();
  if (!reader.types) await reader.the('button', ['Naar de volgende pagina', 'Go to next page']).waitFor();
  expect((await mail.next(email)).link).toContain('/invitations/');
}

async function imports(reader: Reader): Promise<void> {
  const { page } = reader;
  await reader.goes(['Importeren', 'Import']);
  const chooser = page.waitForEvent('filechooser');
  await reader.press('button', ['Kies een bestand', 'Choose a file']);
  const workbook = {
    name: 'smart-industry.xlsx',
    mimeType: 'application/octet-stream',
    buffer: demonstrationWithFaults(),
  };
  await (await chooser).setFiles(workbook);
  await reader.sees(['2 fouten', '2 faults']);
  expect(await reader.faults()).toEqual([]);
  await reader.pick(['Niveau, 2', 'Level, 2'], ['deelnemer', 'participant']);
  await reader.fill(['Datum, 3', 'Held on, 3'], '15-3-2019');
  await reader.press('button', [
    'Opnieuw controleren met 2 verbeteringen',
    'Check again with 2 cells mended',
  ]);
  await reader.sees(['Het werkboek klopt', 'The workbook is sound']);
  await reader.press('button', ['Importeren', 'Import']);
  await reader.sees(['Geïmporteerd', 'Imported']);
}

const UNDO: Word = ['Import terugdraaien', 'Undo the import'];
const companies = async (): Promise<number> =>
  ((await admin.get('/companies?perPage=1').expect(200)).body as { total: number }).total;

it.each(READERS)("an administrator's day: $language, $width wide", async (seat) => {
  const reader = await Reader.sitsDown(run, seat);
  await signIn(reader.page, await addUser(run.register, { role: 'ADMIN' }));
  const name = `Fieldlab Drones ${seat.language}`;
  await makesCentre(reader, name);
  await invites(reader, name);
  const before = await companies();
  await imports(reader);
  expect(await companies()).toBeGreaterThan(before + 800);
  await reader.press('button', UNDO);
  await reader.press('button', UNDO, reader.page.getByRole('dialog'));
  await reader.sees(['De import is teruggedraaid.', 'The import was undone.']);
  expect(await companies()).toBe(before);
  await reader.leaves();
});
