import type { INestApplicationContext } from '@nestjs/common';
import type { FirstAdministrator } from '../access/first-administrator';
import { formatDate, formatValue, titleOf } from '../cli/figure-format';
import { FiguresService } from '../modules/figures/figures.service';

/** The figures that people know a programme by. */
const HEADLINES = [
  'companies_participated',
  'companies_participating',
  'fieldlabs_active',
  'hubs_active',
  'spin_offs',
  'investment_realised',
];

/** What is printed once the server listens: where it is, how to sign in, and that it works. */
export async function greeting(
  app: INestApplicationContext,
  address: string,
  signIn: string,
): Promise<string> {
  const { asOf, figures } = await app.get(FiguresService).compute({ indicators: HEADLINES }, 'en');
  const lines = figures.map(
    (figure) => [titleOf(figure, 'en'), formatValue(figure.value, figure.unit, 'en')] as const,
  );
  const width = Math.max(...lines.map(([title]) => title.length));
  return [
    '',
    `  Fieldlab is ready at ${address}`,
    `  ${signIn}`,
    '',
    `  On ${formatDate(asOf, 'en')}:`,
    ...lines.map(([title, value]) => `    ${title.padEnd(width)}  ${value}`),
    '',
  ].join('\n');
}

/** A generated password is shown this once: only its hash is kept. */
export function howToSignIn(administrator: FirstAdministrator | undefined): string {
  if (!administrator) return 'Sign in with your e-mail address and password.';
  const { email, generatedPassword, weakness } = administrator;
  if (generatedPassword !== undefined) {
    return `Sign in as ${email} with password ${generatedPassword} (shown once: change it under "My account").`;
  }
  const warning = weakness === undefined ? '' : ` Its password is weak: ${weakness}`;
  return `Sign in as ${email} with the password in ADMIN_PASSWORD.${warning}`;
}
